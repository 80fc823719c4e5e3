import { spokenNotes } from '../../../shared/matters/deliberation-summary/words'
import { outcomeWords, voteMethods } from '../../../shared/matters/meeting/words'
import { meetingKinds } from '../../../shared/matters/meeting/kinds'
import type { PaperBlock } from '../../../shared/papers/paper'
import { spokenDay } from '../../../shared/rules/days'
import { spokenElection } from '../../../shared/rules/elections'
import { majorityOf } from '../../../shared/rules/quorum'
import { spokenVotes } from '../../../shared/rules/quorum-words'
import type { Election } from './elections'
import type { MeetingRecord } from './record'
import { blocksOfSuggestions } from './on-suggestions'
import type { AgendaRow, DecisionRow } from './record-parts'
import { whoseOf } from './resolution-parts'

/** Of a meeting that votes: each item with its outcome, and each vote with its figures, as they were frozen. */
export function blocksOfAgenda(record: MeetingRecord): PaperBlock[] {
  const { agenda, decisions, elections, notes, given, meetingKind } = record
  const isPresidium = meetingKinds[meetingKind].body === 'presidium'
  return [
    { is: 'heading', text: '议程' },
    ...(agenda.length === 0
      ? [{ is: 'text' as const, text: '没有议程。' }]
      : [
          {
            is: 'table' as const,
            head: ['序号', '哪一项', '结果'],
            rows: agenda.map((item, at) => [`${at + 1}`, item.title, saysItem(item)]),
          },
        ]),
    ...(notes.length === 0 ? [] : [{ is: 'text' as const, text: `审议${spokenNotes(notes)}。` }]),
    ...(decisions.length === 0 ? [] : [{ is: 'heading' as const, text: '表决' }]),
    ...decisions.flatMap((one): PaperBlock[] => [
      { is: 'text', text: saysDecision(one, agenda, isPresidium) },
    ]),
    ...blocksOfSuggestions(record.onSuggestions),
    ...(given.length === 0
      ? []
      : [
          { is: 'heading' as const, text: '议定事项' },
          {
            is: 'table' as const,
            head: ['序号', '什么事', '谁办', '哪天前'],
            rows: given.map((one, at) => [
              `${at + 1}`,
              one.what,
              whoseOf(one),
              spokenDay(one.firstDueOn, one.firstDueOn),
            ]),
          },
        ]),
    ...(elections.length === 0 ? [] : [{ is: 'heading' as const, text: '选举结果' }]),
    ...elections.map((one) => ({ is: 'text' as const, text: saysElection(one, isPresidium) })),
  ]
}

const saysItem = ({ outcome, note }: AgendaRow) =>
  outcome === null ? '' : [outcomeWords[outcome], note].filter(Boolean).join('：')

function saysDecision(one: DecisionRow, agenda: readonly AgendaRow[], isPresidium: boolean): string {
  const { inOffice, present, yes, no, abstain } = one
  const title = agenda.find(({ id }) => id === one.itemId)?.title ?? ''
  const rest = present - yes - no - abstain
  const figures = [`赞成 ${yes} 票`, `反对 ${no} 票`, `弃权 ${abstain} 票`, rest > 0 && `未表决 ${rest} 人`]
  return `${title}：${one.text}\n${voteMethods[one.method]}表决，${figures.filter(Boolean).join('，')}，通过要 ${majorityOf(inOffice)} 票。${spokenVotes({ inOffice, present, yes, isPresidium })}`
}

const saysElection = (one: Election, isPresidium: boolean) =>
  `${one.office}，应选 ${one.seats} 名：发出 ${one.issued} 张，收回 ${one.returned} 张，有效 ${one.valid} 张。\n${spokenElection({ ...one, isPresidium })}`
