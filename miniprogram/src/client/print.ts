import { spokenDay } from '../../../shared/rules/days'
import { today } from './today'

/** Opens the browser's own printing, once what has just been loaded is drawn. */
export const printPage = () => {
  requestAnimationFrame(() => requestAnimationFrame(() => window.print()))
}

/**
 * What stands on every sheet that leaves the printer: what it is, who issues it and when, and which of how many.
 * @param issuer the name of the town; none where a stranger prints what everyone may read
 * @returns takes it back
 */
export function headSheets(issuer: string | undefined): () => void {
  const style = document.createElement('style')
  const write = () => {
    const foot = [issuer, `${spokenDay(today(), '')}打印`].filter(Boolean).join(' · ')
    style.textContent = `@page {
      @top-left { content: ${quoted(document.title)}; ${small} }
      @bottom-left { content: ${quoted(foot)}; ${small} }
      @bottom-right { content: "第 " counter(page) " 页，共 " counter(pages) " 页"; ${small} }
    }`
  }
  document.head.append(style)
  write()
  window.addEventListener('beforeprint', write)
  return () => {
    window.removeEventListener('beforeprint', write)
    style.remove()
  }
}

const small = 'font-size: 9pt; color: #57534e;'
const quoted = (words: string) => `"${words.replace(/["\\\n]/g, ' ')}"`
