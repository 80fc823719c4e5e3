import type { FiveDisclosures } from '../../../shared/api/board'
import { type Day, daysBetween, spokenDay } from '../../../shared/rules/days'
import { type PromiseStanding, promiseStandings } from '../../../shared/matters/suggestion/promise-standings'
import { figureWords } from '../../../shared/rules/rates'
import { saysNo, suggestionStates } from '../../../shared/matters/suggestion/states'
import { noResponseWord, type Outcome, outcomes, satisfactions } from '../../../shared/words/words'
import { today } from '../client/today'
import type { TagTone } from '../pieces/tag'

export { today }

/** How dates, deadlines and states are said on every screen. */

/** `还有 12 天（12月3日）`, `今天到期`, `逾期 3 天（11月18日）`; a day that may still move is 暂定. */
export function spokenDeadline(on: Day, tentative = false): string {
  const at = today()
  const left = daysBetween(at, on)
  const day = (tentative ? '暂定 ' : '') + spokenDay(on, at)
  if (left > 0) return `还有 ${left} 天（${day}）`
  return left === 0 ? `今天到期（${day}）` : `逾期 ${-left} 天（${day}）`
}

/** What people typed, ended by one full stop, so that another sentence can follow. */
export const asSentence = (text: string) => `${text.replace(/[。；;.\s]+$/, '')}。`

export const urgencyTones = {
  inTime: 'flow',
  dueSoon: 'soon',
  overdue: 'late',
  longOverdue: 'grave',
  awaitsDeputy: 'soon',
  met: 'done',
} as const

/** The state of a public matter as one tag: its place, unless its clock has something more urgent to say. */
export function standingTag({ deadline, result, satisfaction, residents }: FiveDisclosures): {
  tone: TagTone
  word: string
} {
  if (result.state === 'closed' || result.state === 'archived') {
    if (satisfaction !== 'noResponse' && satisfaction?.result === 'notSatisfied')
      return { tone: 'late', word: '已办结，代表不满意' }
    if (residents !== null && residents.notSatisfied > 0)
      return { tone: 'soon', word: '已办结，有群众不满意' }
    return { tone: 'done', word: '已办结' }
  }
  if (result.state === 'withdrawn') return { tone: 'calm', word: '已撤回' }
  if (deadline?.standing === 'awaitsDeputy') return { tone: 'soon', word: figureWords.awaitsDeputy }
  if (deadline?.standing === 'longOverdue') return { tone: 'grave', word: figureWords.longOverdue }
  if (deadline?.standing === 'overdue') return { tone: 'late', word: '逾期' }
  if (deadline?.standing === 'dueSoon') return { tone: 'soon', word: '快到期' }
  const { label, waitsFor } = suggestionStates[result.state]
  const tone = saysNo(result.state) ? 'late' : waitsFor === 'leadUnit' ? 'flow' : 'calm'
  return { tone, word: label.split('，')[0] ?? label }
}

/** A matter that rests before anyone was to handle it has no unit, deadline or rating to wait for. */
export const rests = ({ result }: FiveDisclosures) => suggestionStates[result.state].waitsFor === null

export const spokenUnit = (matter: FiveDisclosures) => matter.unit ?? (rests(matter) ? '—' : '正在确定')

/** The deadline of a matter, with what the clock says while it runs. */
export function spokenLimit(matter: FiveDisclosures): string {
  const { deadline } = matter
  if (deadline === null) return rests(matter) ? '—' : '交办后算起'
  if (deadline.standing === 'met' || deadline.standing === 'awaitsDeputy' || rests(matter))
    return spokenDay(deadline.on, today())
  return spokenDeadline(deadline.on, deadline.tentative)
}

export const promiseTones = {
  open: 'flow',
  late: 'late',
  kept: 'done',
  notKept: 'calm',
  concluded: 'calm',
  replaced: 'calm',
  dropped: 'calm',
  rehandled: 'calm',
} as const satisfies Record<PromiseStanding, string>

/** `单位说已解决` until somebody else says so too; else the outcome as it is. */
const saidOf = (outcome: Outcome, confirmed: boolean) =>
  outcome === 'solved' ? figureWords[confirmed ? 'confirmed' : 'solved'] : outcomes[outcome]

/** `已经解决`, or `已经解决（A 类）` where the town shows the marks. */
export const spokenOutcome = (outcome: Outcome, mark: string | null) =>
  mark === null ? outcomes[outcome] : `${outcomes[outcome]}（${mark} 类）`

export function spokenResult({ result }: FiveDisclosures): string {
  if (result.promise !== null)
    return [`承诺${promiseStandings[result.promise]}`, result.sentence].filter(Boolean).join('：')
  if (result.outcome === null) return suggestionStates[result.state].label
  const said = saidOf(result.outcome, result.confirmed)
  const outcome = result.mark === null ? said : `${said}（${result.mark} 类）`
  return result.sentence ? `${outcome}：${result.sentence}` : outcome
}

export function spokenSatisfaction(matter: FiveDisclosures): string {
  const { satisfaction } = matter
  if (satisfaction === null) return rests(matter) ? '—' : '尚未评价'
  if (satisfaction === 'noResponse') return noResponseWord
  return `态度${satisfactions[satisfaction.attitude]}，结果${satisfactions[satisfaction.result]}`
}
