/** The first character of each letter, in the order of pinyin; no syllable begins with i, u or v. */
const firsts = [...'阿八嚓咑妸发旮哈讥咔垃妈拏噢妑七呥仨他穵夕丫帀']
const letters = [...'abcdefghjklmnopqrstwxyz']

/**
 * The letters that the syllables of a name begin with, small: `镇水利站` is `zslz`; letters and figures stay. Of a character
 * that is read in several ways the one that its collation goes by. Where there is no collation of Chinese, nothing.
 */
export function initialsOf(name: string): string {
  const order = collator()
  if (order === null) return ''
  return [...name.toLowerCase()]
    .map((one) => {
      if (/[a-z0-9]/.test(one)) return one
      if (!/\p{Script=Han}/u.test(one)) return ''
      let at = -1
      while (at + 1 < firsts.length && order.compare(firsts[at + 1] ?? '', one) <= 0) at += 1
      return letters[at] ?? ''
    })
    .join('')
}

let known: Intl.Collator | null | undefined
function collator() {
  if (known === undefined) {
    const order = typeof Intl === 'undefined' ? null : new Intl.Collator('zh-CN')
    known = order !== null && order.compare('阿', '帀') < 0 && order.compare('他', '八') > 0 ? order : null
  }
  return known
}
