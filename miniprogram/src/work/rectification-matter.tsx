import type { InputOf } from '../../../shared/grammar/endpoint'
import {
  rectificationSteps,
  type RectificationView,
  showRectification,
} from '../../../shared/matters/rectification/endpoints'
import { rectificationTable } from '../../../shared/matters/rectification/table'
import { spokenDate } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import type { MatterParts } from './matter-parts'
import { today } from './words'

/** One finding of an inspection: what was seen, who mends it, and whether it is mended. */
export const rectificationMatter: MatterParts<RectificationView> = {
  table: rectificationTable,
  word: rectificationTable.word,
  load: (town, id) => ask(showRectification, { params: { town, id } }),
  take: (town, { id, version }, step, form, key) =>
    ask(rectificationSteps[step as 'report'], {
      params: { town, id },
      input: { version, form } as InputOf<typeof rectificationSteps.report>,
      key,
    }),
  head: ({ problem, unit, plain, waitsFor, inspection }) => ({
    over: [rectificationTable.word, inspection],
    title: problem,
    who: [unit.name],
    awaits: waitsFor === 'appraisedUnit' ? unit.name : null,
    plain,
  }),
  eventWord: () => '交办整改',
  useForms: (_, { dueOn }) => ({ initial: (step) => (step === 'extend' ? { dueOn } : {}) }),
  facts: ({ site, seen, lawArticle, unit, dueOn, result }) => [
    ['在哪里', site],
    ['看到的', seen],
    ['哪一条', lawArticle],
    ['谁来改', unit.name],
    ['哪天改好', spokenDate(dueOn, today())],
    ['整改结果', result],
  ],
}
