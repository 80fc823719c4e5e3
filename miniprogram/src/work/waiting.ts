import { type WorkCounts, workLanes, type WorkRow } from '../../../shared/api/work'
import { type Day, spokenDate } from '../../../shared/rules/days'
import { figureWords } from '../../../shared/rules/rates'
import { countsIn } from './narrowing'

/** What waits for somebody, parted by when it has to be done; in the order in which it is read. */
export const waitingGroups = { today: '今天要办', soon: '快到期', later: '以后要办' } as const
export type WaitingGroup = keyof typeof waitingGroups

export function groupOf({ due }: Pick<WorkRow, 'due'>, today: Day): WaitingGroup {
  if (due === null) return 'later'
  if (due.urgency === 'overdue' || due.on <= today) return 'today'
  return due.urgency === 'dueSoon' ? 'soon' : 'later'
}

/** `3 件逾期，1 件今天到期，2 件快到期`; where nothing presses, when it does. */
export function sayToday(counts: WorkCounts, rows: readonly WorkRow[], today: Day): string {
  const { all, late, soon } = countsIn(counts, 'mine')
  const endsToday = rows.filter(({ due }) => due?.on === today && due.urgency !== 'overdue').length
  const afterwards = Number.isNaN(Number(soon)) ? soon : String(Math.max(Number(soon) - endsToday, 0))
  const said = [
    late && `${late} 件${figureWords.overdue}`,
    endsToday > 0 && `${endsToday} 件今天到期`,
    afterwards !== '0' && afterwards !== '' && `${afterwards} 件快到期`,
  ].filter(Boolean)
  if (said.length > 0) return said.join('，')
  const next = rows.find(({ due }) => due !== null)?.due
  if (next) return `今天没有要办的，下一件 ${spokenDate(next.on, today)}`
  return all === '0' || all === '' ? '没有等您办的事' : `${all} 件${workLanes.mine}，都没有期限`
}

/** `等您定 3 件：约见单位负责人 1 · 同意延办 2`; of more than a page it is said that there are more. */
export function sayDecisions(rows: readonly WorkRow[], more: boolean): string {
  const counts = new Map<string, number>()
  for (const { next } of rows) if (next) counts.set(next.label, (counts.get(next.label) ?? 0) + 1)
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const each = [...counts].map(([label, count]) => `${label} ${count}`).join(' · ')
  return all === 0 ? '' : `等您定 ${all}${more ? ' 件以上' : ' 件'}：${each}`
}
