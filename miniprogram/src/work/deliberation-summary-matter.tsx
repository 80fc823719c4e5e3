import type { InputOf } from '../../../shared/grammar/endpoint'
import { listUnits } from '../../../shared/api/people'
import {
  showSummary,
  deliberationSummarySteps,
  type SummaryView,
} from '../../../shared/matters/deliberation-summary/endpoints'
import { summaryTable } from '../../../shared/matters/deliberation-summary/table'
import { noteKinds } from '../../../shared/matters/deliberation-summary/words'
import { spokenDate } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import type { MatterParts } from './matter-parts'
import { SummaryItems, SummaryNotes } from './summary-parts'
import { unitOption } from './unit-option'
import { today } from './words'

/** What was said at a meeting: the list as the government answers it, and below it who said what, for whoever sorts it. */
export const deliberationSummaryMatter: MatterParts<SummaryView> = {
  table: summaryTable,
  word: summaryTable.word,
  load: (town, id) => ask(showSummary, { params: { town, id } }),
  take: (town, { id, version }, step, form, key) =>
    ask(deliberationSummarySteps[step as 'dropAll'], {
      params: { town, id },
      input: { version, form } as InputOf<typeof deliberationSummarySteps.dropAll>,
      key,
    }),
  head: ({ meeting, unit, plain, waitsFor }) => ({
    over: [summaryTable.word],
    title: `${meeting.name}${summaryTable.word}`,
    who: [unit?.name],
    awaits: waitsFor === 'governmentUnit' ? unit?.name : null,
    plain,
  }),
  eventWord: () => '散会，开始整理',
  useForms: (town, { actions, items, notes, state }) => {
    const picksUnit = actions.includes('gather') || actions.includes('handOver')
    const units = useLoaded(
      async () => (picksUnit ? ask(listUnits, { params: { town } }) : undefined),
      [town, picksUnit],
    )
    // Of what is asked for again only that waits; else whatever has no answer stands first.
    const waiting = items.filter(({ isOpen }) => isOpen)
    const answered = state === 'sentBack' ? [] : items.filter(({ isOpen }) => !isOpen)
    return {
      initial: (step) => {
        const [next] = waiting
        return (step === 'answer' || step === 'answerByWord') && next ? { itemId: next.id } : {}
      },
      lists: {
        unit: units.value?.units.map(unitOption) ?? [],
        notes: notes
          .filter(({ itemNo }) => itemNo === null)
          .map(({ id, text, group, kind, leftOut }) => ({
            ...{ id, name: text },
            note: [group, noteKinds[kind], leftOut && `不列入：${leftOut}`].filter(Boolean).join('，'),
          })),
        asked: [...waiting, ...answered].map(({ id, text, isOpen, answerKind }) => ({
          ...{ id, name: `${items.findIndex((one) => one.id === id) + 1}. ${text}` },
          note: isOpen ? (answerKind === null ? '还没有答复' : '请再答复') : '答复了',
        })),
      },
    }
  },
  facts: ({ items, unit, dueOn }) => [
    ['几条', items.length > 0 && `${items.length} 条`],
    ['谁来答复', unit?.name],
    ['答复期限', dueOn && spokenDate(dueOn, today())],
  ],
  below: ({ view }) => (
    <>
      <SummaryItems items={view.items} isSorting={view.state === 'sorting'} />
      <SummaryNotes notes={view.notes} />
    </>
  ),
}
