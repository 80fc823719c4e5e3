import * as z from 'zod/mini'
import { actionNames } from '../decide'
import { categoryCode, id } from '../fields'
import { type Party, parties } from '../parties'
import { type RefusalCode, refusals } from '../refusals'
import { type SuggestionState, suggestionStates } from '../states'
import { suggestionText } from '../suggestion-text'
import { suggestionActions, suggestionTable } from '../workflow'
import * as words from '../words'
import { cursor, get, named, pageOf, post } from './endpoint'
import { stepEndpoints } from './steps'

const keys = <K extends string>(list: Readonly<Record<K, unknown>>) => Object.keys(list) as K[]
const instant = z.iso.datetime()

export const urgency = z.enum(['inTime', 'dueSoon', 'overdue'])
export const due = z.strictObject({ on: z.iso.date(), urgency })
const party = z.enum(keys<Party>(parties))
const action = z.enum(actionNames(suggestionTable))
const state = z.enum(keys<SuggestionState>(suggestionStates))

/** Whose turn: 今天要办（mine）、等别人（others）、已办（ended）. */
export const lanes = { mine: '等我办', others: '等别人', ended: '已办完' } as const
export type Lane = keyof typeof lanes
const lane = z.enum(keys<Lane>(lanes))

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
  changedAt: instant,
  actions: z.array(action),
})
export type SuggestionRow = z.output<typeof suggestionRow>

const consultationView = z.strictObject({
  id: id(),
  heldOn: z.iso.date(),
  form: z.enum(keys(words.consultationForms)),
  participants: z.string(),
  record: z.string(),
  answer: z.enum(['open', 'confirmed', 'disputed']),
  disputeReason: z.nullable(z.string()),
})
export type ConsultationView = z.output<typeof consultationView>

/** A unit that helps: what it owes, and what it said. */
const coUnitView = z.strictObject({
  ...named.shape,
  dueOn: z.nullable(z.iso.date()),
  opinion: z.nullable(z.string()),
  sentBackReason: z.nullable(z.string()),
  waivedReason: z.nullable(z.string()),
})
export type CoUnitView = z.output<typeof coUnitView>

const returnView = z.strictObject({
  unit: z.string(),
  reason: z.string(),
  proposedUnit: named,
  on: z.iso.date(),
  answer: z.enum(['open', 'approved', 'refused']),
  newUnit: z.nullable(z.string()),
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

const extensionView = z.strictObject({
  reason: z.string(),
  measures: z.string(),
  latestOn: z.iso.date(),
  deadlineBefore: z.iso.date(),
  answer: z.enum(['open', 'granted', 'refused']),
  grantedUntil: z.nullable(z.iso.date()),
  decisionReason: z.nullable(z.string()),
})
export type ExtensionView = z.output<typeof extensionView>

const questionView = z.strictObject({
  question: z.string(),
  askedOn: z.iso.date(),
  dueOn: z.iso.date(),
  answer: z.nullable(z.string()),
})
export type QuestionView = z.output<typeof questionView>

const commitmentView = z.strictObject({
  promise: z.string(),
  dueOn: z.iso.date(),
  result: z.nullable(z.enum(keys(words.commitmentResults))),
  report: z.nullable(z.string()),
  rating: z.nullable(z.enum(keys(words.satisfactions))),
  ratingReason: z.nullable(z.string()),
})
export type CommitmentView = z.output<typeof commitmentView>

const summonsView = z.strictObject({
  heldOn: z.iso.date(),
  place: z.string(),
  questions: z.string(),
  attendee: z.nullable(z.string()),
  answers: z.nullable(z.string()),
})
export type SummonsView = z.output<typeof summonsView>

const roundView = z.strictObject({
  no: z.int(),
  leadUnit: named,
  handedOverOn: z.iso.date(),
  deadline: z.strictObject({ on: z.iso.date(), tentative: z.boolean(), urgency }),
  instructions: z.nullable(z.string()),
  responsibles: z.nullable(z.strictObject({ leader: z.string(), handler: z.string(), phone: z.string() })),
  consultations: z.array(consultationView),
  reply: z.nullable(
    z.strictObject({
      outcome: z.enum(keys(words.outcomes)),
      /** The letter of its class, where the town shows them. */
      mark: z.nullable(z.enum(['A', 'B', 'C', 'D'])),
      documentNo: z.string(),
      text: z.string(),
      publicResult: z.string(),
      signer: z.string(),
      on: z.iso.date(),
      /** 1, and one more with each correction. */
      version: z.int(),
      ground: z.nullable(z.enum(keys(words.cannotGrounds))),
      fundsYuan: z.nullable(z.int()),
      lengthMetres: z.nullable(z.int()),
      beneficiaries: z.nullable(z.int()),
    }),
  ),
  extension: z.nullable(extensionView),
  question: z.nullable(questionView),
  commitments: z.array(commitmentView),
  summons: z.nullable(summonsView),
  evaluation: z.nullable(
    z.strictObject({
      attitude: z.enum(keys(words.satisfactions)),
      result: z.enum(keys(words.satisfactions)),
      reason: z.nullable(z.string()),
      on: z.iso.date(),
    }),
  ),
})
export type RoundView = z.output<typeof roundView>

export const suggestionView = z.strictObject({
  ...suggestionRow.shape,
  facts: z.string(),
  proposal: z.string(),
  kind: z.enum(keys(words.suggestionKinds)),
  origin: z.nullable(z.enum(keys(words.origins))),
  originNote: z.nullable(z.string()),
  wishedUnit: z.nullable(named),
  publicity: z.enum(keys(words.publicities)),
  /** The office has seen that the full text names no third person. */
  fullTextPublic: z.boolean(),
  confidential: z.boolean(),
  confidentialReason: z.nullable(z.string()),
  period: z.nullable(z.enum(keys(words.periods))),
  session: z.nullable(z.string()),
  agendaDecision: z.nullable(z.string()),
  village: z.nullable(named),
  category: z.nullable(z.strictObject({ code: categoryCode(), name: z.string() })),
  publicItem: z.nullable(z.string()),
  step: z.enum(keys(words.steps)),
  plain: z.string(),
  /** How many more deputies a motion needs. */
  signersMissing: z.int(),
  coSigners: z.array(
    z.strictObject({
      id: id(),
      name: z.string(),
      answer: z.enum(['open', 'signed', 'declined', 'askedAgain', 'ended']),
    }),
  ),
  coUnits: z.array(coUnitView),
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
  mergedInto: z.nullable(z.strictObject({ id: id(), no: z.nullable(z.string()), subject: z.string() })),
  merged: z.array(
    z.strictObject({
      id: id(),
      no: z.nullable(z.string()),
      subject: z.string(),
      leadDeputy: z.string(),
      facts: z.string(),
      proposal: z.string(),
    }),
  ),
  conclusion: z.nullable(z.string()),
  rounds: z.array(roundView),
  /** The residents' opinions behind it; only the lead deputy sees them. */
  opinions: z.array(z.strictObject({ id: id(), text: z.string() })),
  timeline: z.array(
    z.strictObject({
      action: z.union([action, z.literal('start')]),
      by: z.string(),
      note: z.nullable(z.string()),
      at: instant,
    }),
  ),
  /** Steps that wait for something, each with what it waits for. */
  gated: z.array(z.strictObject({ action, because: z.enum(keys<RefusalCode>(refusals)) })),
})
export type SuggestionView = z.output<typeof suggestionView>

export const listSuggestions = get('/towns/:town/suggestions', {
  who: 'followWork',
  says: '我的建议工作单：等我办、等别人、已办完',
  query: z.strictObject({ lane, cursor }),
  output: pageOf(suggestionRow),
})

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

export const suggestionSteps = stepEndpoints(
  suggestionActions,
  '/towns/:town/suggestions',
  'followWork',
  suggestionView,
)
