import type { InputOf } from '../../../shared/grammar/endpoint'
import {
  resolutionSteps,
  type ResolutionView,
  showResolution,
} from '../../../shared/matters/resolution/endpoints'
import { resolutionTable } from '../../../shared/matters/resolution/table'
import { spokenDate } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import type { MatterParts } from './matter-parts'
import { today } from './words'

/** What a meeting gave somebody to do: who does it, until when, and what was reported. */
export const resolutionMatter: MatterParts<ResolutionView> = {
  table: resolutionTable,
  word: resolutionTable.word,
  load: (town, id) => ask(showResolution, { params: { town, id } }),
  take: (town, { id, version }, step, form, key) =>
    ask(resolutionSteps[step as 'report'], {
      params: { town, id },
      input: { version, form } as InputOf<typeof resolutionSteps.report>,
      key,
    }),
  head: ({ what, whose, plain, waitsFor, meeting }) => ({
    over: [resolutionTable.word, meeting.name],
    title: what,
    who: [whose],
    awaits: waitsFor === 'responsible' ? whose : null,
    plain,
  }),
  eventWord: () => '会上定下',
  useForms: () => ({ initial: () => ({}) }),
  facts: ({ meeting, whose, dueOn, times, result }) => [
    ['哪次会', meeting.name],
    ['谁办', whose],
    ['哪天前', spokenDate(dueOn, today())],
    ['几次会', times > 0 && `${times} 次会上还没办好`],
    ['报的结果', result],
  ],
}
