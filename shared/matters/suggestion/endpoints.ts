import * as z from 'zod/mini'
import { fileView } from '../../files'
import { askView } from '../../grammar/ask-view'
import { actionNames } from '../../grammar/decide'
import { categoryCode, id, picked } from '../../grammar/fields'
import { type Party, parties } from '../../words/parties'
import { type SuggestionState, suggestionStates } from './states'
import { paperFields } from './rows/on-paper'
import { saysWhyConfidential, suggestionText } from './text'
import { suggestionActions, suggestionTable } from './table'
import * as words from '../../words/words'
import { verdicts } from '../group-ballot/endpoints'
import { due } from '../../grammar/due-fields'
import { matterView } from '../../grammar/matter-view'
import { get, named, post } from '../../grammar/endpoint'
import { keyView } from './key-notes'
import { roundView } from './rounds'
import { stepEndpoints } from '../../grammar/step-endpoints'
import { reminderView, siteFindingView } from './supervision-views'

const keys = <K extends string>(list: Readonly<Record<K, unknown>>) => Object.keys(list) as K[]
const instant = z.iso.datetime()

const party = z.enum(keys<Party>(parties))
const action = z.enum(actionNames(suggestionTable))
const state = z.enum(keys<SuggestionState>(suggestionStates))

export const suggestionRow = z.strictObject({
  id: id(),
  version: z.int(),
  no: z.nullable(z.string()),
  subject: z.string(),
  state,
  leadDeputy: z.string(),
  unit: z.nullable(z.string()),
  waitsFor: z.nullable(party),
  due: z.nullable(due),
  /** 进展汇报: the next report of how the handling stands. */
  progressDue: z.nullable(due),
  changedAt: instant,
  /** The year for which it is a 重点建议; null where it is none. */
  keyYear: z.nullable(z.int()),
  actions: z.array(action),
})
export type SuggestionRow = z.output<typeof suggestionRow>

const returnView = z.strictObject({
  unit: z.string(),
  reason: z.string(),
  proposedUnit: named,
  on: z.iso.date(),
  answer: z.enum(['open', 'approved', 'refused']),
  newUnit: z.nullable(z.string()),
  /** The office changed the unit, and the unit had not asked. */
  byOffice: z.boolean(),
  decisionReason: z.nullable(z.string()),
})
export type ReturnView = z.output<typeof returnView>

const referralView = z.strictObject({
  route: z.enum(keys(words.upwardRoutes)),
  documentNo: z.nullable(z.string()),
  reason: z.string(),
  on: z.iso.date(),
  answeredOn: z.nullable(z.iso.date()),
  answer: z.nullable(z.string()),
})
export type ReferralView = z.output<typeof referralView>

const numbered = z.strictObject({ id: id(), no: z.nullable(z.string()), subject: z.string() })

export const suggestionView = z.strictObject({
  ...suggestionRow.shape,
  ...matterView(suggestionTable),
  facts: z.string(),
  proposal: z.string(),
  /** What hangs on the text. */
  files: z.array(fileView),
  /** What hangs on reports of progress, under the time of each. */
  progressFiles: z.array(z.strictObject({ at: instant, files: z.array(fileView) })),
  kind: z.enum(keys(words.suggestionKinds)),
  origin: z.nullable(z.enum(keys(words.origins))),
  originOn: z.nullable(z.iso.date()),
  originPlace: z.nullable(z.string()),
  originNote: z.nullable(z.string()),
  wishedUnit: z.nullable(named),
  publicity: z.enum(keys(words.publicities)),
  /** The office has seen that the full text names no third person. */
  fullTextPublic: z.boolean(),
  /** As whoever proposed it, the office and the presidium read it; units never do. */
  presidiumFirst: z.boolean(),
  confidential: z.boolean(),
  confidentialReason: z.nullable(z.string()),
  period: z.nullable(z.enum(keys(words.periods))),
  session: z.nullable(z.string()),
  agendaDecision: z.nullable(z.string()),
  village: z.nullable(named),
  /** The part of that village, as `大坝口 三组`. */
  area: z.nullable(named),
  category: z.nullable(z.strictObject({ code: categoryCode(), name: z.string() })),
  publicItem: z.nullable(z.string()),
  /** How many more deputies a motion needs. */
  signersMissing: z.int(),
  coSigners: z.array(
    z.strictObject({
      id: id(),
      name: z.string(),
      answer: z.enum(['open', 'signed', 'declined', 'askedAgain', 'ended']),
    }),
  ),
  /** Who of the office and the presidium there is, and whom of them it concerns; nobody else reads it. */
  deciders: z.array(
    z.strictObject({
      id: id(),
      name: z.string(),
      post: z.enum(['congressOffice', 'presidiumMember']),
      concerned: z.boolean(),
    }),
  ),
  /** What co-units and the deputy were asked. */
  asks: z.array(askView),
  returns: z.array(returnView),
  /** 向上反映, oldest first. */
  referrals: z.array(referralView),
  /** 分办: the suggestions that the same text is handled in as well, with their numbers. */
  separated: z.array(named),
  review: z.nullable(
    z.strictObject({
      verdict: z.enum(['accepted', 'revision', 'refused']),
      failedChecks: z.array(z.enum(keys(words.threeChecks))),
      ground: z.nullable(z.enum(keys(words.refusalGrounds))),
      reason: z.nullable(z.string()),
      disposition: z.nullable(z.enum(keys(words.dispositions))),
      letterUnit: z.nullable(z.string()),
      checks: z.array(
        z.strictObject({
          check: z.enum(keys(words.threeChecks)),
          passed: z.boolean(),
          note: z.nullable(z.string()),
        }),
      ),
      checker: z.string(),
      on: z.iso.date(),
    }),
  ),
  /** 并案: the one it is handled with, and those that are handled with it. */
  /** Raised once more where a resident said that it was not solved: the one before it, and the ones after it. */
  earlier: z.array(numbered),
  later: z.array(numbered),
  mergedInto: z.nullable(z.strictObject({ id: id(), no: z.nullable(z.string()), subject: z.string() })),
  merged: z.array(
    z.strictObject({
      id: id(),
      no: z.nullable(z.string()),
      subject: z.string(),
      leadDeputy: z.string(),
      facts: z.string(),
      proposal: z.string(),
      files: z.array(fileView),
    }),
  ),
  conclusion: z.nullable(z.string()),
  key: z.nullable(keyView),
  verdicts,
  /** Only office, presidium and the unit that handles it are sent any. */
  reminders: z.array(reminderView),
  /** 现场评议, oldest first. */
  siteFindings: z.array(siteFindingView),
  rounds: z.array(roundView),
  /** The residents' opinions behind it; only the lead deputy sees them. */
  opinions: z.array(z.strictObject({ id: id(), text: z.string() })),
})
export type SuggestionView = z.output<typeof suggestionView>

export const showSuggestion = get('/towns/:town/suggestions/:id', {
  who: 'followWork',
  says: '一件建议的全部内容，以及我现在能办的步骤',
  output: suggestionView,
})

export const startSuggestion = post('/towns/:town/suggestions', {
  who: 'startSuggestion',
  says: '起草一件建议',
  input: suggestionText,
  output: suggestionView,
})

/** Handed in on paper or by word, and typed by the office. */
export const recordSuggestion = post('/towns/:town/recorded-suggestions', {
  who: 'recordSuggestion',
  says: '登记代表用纸质或口头交来的建议',
  input: z.strictObject({ deputyId: picked('谁提的', 'deputy'), ...paperFields }).check(saysWhyConfidential),
  output: suggestionView,
})

export const suggestionSteps = stepEndpoints(
  suggestionActions,
  '/towns/:town/suggestions',
  'followWork',
  suggestionView,
)
