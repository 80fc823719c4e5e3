/** How whoever has the screen read aloud hears a view; nothing of it is seen. */
interface Aloud {
  label?: string | undefined
  level?: 1 | 2
}

/** WeChat reads what has a role as one thing, with all that lies in it: only what is one thing is given one there. */
const inWechat = ['button', 'link', 'tab', 'checkbox', 'radio', 'heading', 'alert', 'status']

/** What a view is, and how it is called where its own words do not say it. */
export const aloud = (role: string, { label, level }: Aloud = {}): object =>
  process.env.TARO_ENV === 'h5'
    ? {
        role,
        ...(label === undefined ? {} : { 'aria-label': label }),
        ...(level === undefined ? {} : { 'aria-level': level }),
      }
    : inWechat.includes(role)
      ? { ariaRole: role, ...(label === undefined ? {} : { ariaLabel: label }) }
      : {}

/** What a picture shows; the empty word where the words beside it say the same. */
export const pictured = (word: string): object =>
  process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: word } } : { ariaRole: 'img', ariaLabel: word }

/**
 * What is to be written here: in a browser the element that is written into lies inside of the one of Taro.
 * @param trouble what is not right yet, and what helps
 */
export const asked = (label: string, trouble?: string): object =>
  process.env.TARO_ENV === 'h5'
    ? {
        nativeProps: {
          'aria-label': label,
          ...(trouble ? { 'aria-invalid': 'true', 'aria-description': trouble } : {}),
        },
      }
    : { ariaLabel: label }
