import { useEffect } from 'react'

/** What the two bars are that Taro draws on h5 itself, the one above and the tabs below. */
const parts: readonly [selector: string, said: Readonly<Record<string, string>>][] = [
  ['#taro-navigation-bar', { role: 'banner' }],
  ['.taro-navigation-bar-title', { role: 'heading', 'aria-level': '1' }],
  ['.taro-navigation-bar-back', { role: 'button', tabindex: '0', 'aria-label': '返回' }],
  ['.taro-navigation-bar-home', { role: 'button', tabindex: '0', 'aria-label': '回首页' }],
  ['.taro-tabbar__tabbar', { role: 'navigation', 'aria-label': '主要页面' }],
]
const arrows = '.taro-navigation-bar-back, .taro-navigation-bar-home'

/**
 * Says what the bars of Taro are, as the pieces say it of themselves, and lets a key press their arrows. The tabs are links
 * to `javascript:`, which the content security policy stops with an error; the tap is enough, the link is never followed.
 */
export function useTaroBars() {
  useEffect(() => {
    const say = () => {
      for (const [selector, said] of parts)
        for (const one of document.querySelectorAll(selector))
          for (const [name, word] of Object.entries(said)) one.setAttribute(name, word)
    }
    const stay = (event: MouseEvent) => {
      if ((event.target as Element).closest('a[href^="javascript:"]')) event.preventDefault()
    }
    const pressArrow = (event: KeyboardEvent) => {
      const arrow = (event.target as Element).closest<HTMLElement>(arrows)
      if (arrow && (event.key === 'Enter' || event.key === ' ')) arrow.click()
    }
    say()
    // They come with the first page, which may be later than this.
    const comes = new MutationObserver(say)
    comes.observe(document.body, { childList: true })
    document.addEventListener('click', stay)
    document.addEventListener('keydown', pressArrow)
    return () => {
      comes.disconnect()
      document.removeEventListener('click', stay)
      document.removeEventListener('keydown', pressArrow)
    }
  }, [])
}
