import { promiseStandings } from './promise-standings'
import * as z from 'zod/mini'
import { id } from '../../grammar/fields'
import * as words from '../../words/words'
import { fileView } from '../../files'
import { urgency } from '../../grammar/due-fields'
import { named } from '../../grammar/endpoint'

/** The rounds of a suggestion, as its page shows them. */

const keys = <K extends string>(list: Readonly<Record<K, unknown>>) => Object.keys(list) as K[]

const consultationView = z.strictObject({
  id: id(),
  heldOn: z.iso.date(),
  form: z.enum(keys(words.consultationForms)),
  participants: z.string(),
  mayDecide: z.nullable(z.enum(keys(words.mayDecides))),
  /** The deputy confirmed it and asked for the head of the unit. */
  headAsked: z.boolean(),
  /** Who leads what is handled along with it, where it was held with them. */
  withDeputy: z.nullable(z.string()),
  /** Whoever reads it may say whether it was so. */
  isYours: z.boolean(),
  record: z.string(),
  answer: z.enum(['open', 'confirmed', 'disputed', 'disowned']),
  disputeReason: z.nullable(z.string()),
  photos: z.array(id()),
})
export type ConsultationView = z.output<typeof consultationView>

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

const commitmentView = z.strictObject({
  promise: z.string(),
  dueOn: z.iso.date(),
  result: z.nullable(z.enum(keys(words.commitmentResults))),
  report: z.nullable(z.string()),
  rating: z.nullable(z.enum(keys(words.satisfactions))),
  ratingReason: z.nullable(z.string()),
  standing: z.enum(keys(promiseStandings)),
  /** How far it was on the way, the first report first. */
  milestones: z.array(
    z.strictObject({
      on: z.iso.date(),
      percent: z.int(),
      note: z.string(),
      nextStep: z.nullable(z.string()),
      nextOn: z.nullable(z.iso.date()),
    }),
  ),
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

/** What came of it and what it took, where it can be measured. */
export const outcomeCard = {
  fundsYuan: z.nullable(z.int()),
  lengthMetres: z.nullable(z.int()),
  beneficiaries: z.nullable(z.int()),
  personTimes: z.nullable(z.int()),
  vehicleTrips: z.nullable(z.int()),
}

const replyVersionView = z.strictObject({
  /** 1, and one more with each correction. */
  version: z.int(),
  outcome: z.enum(keys(words.outcomes)),
  /** The letter of its class, where the town shows them. */
  mark: z.nullable(z.enum(['A', 'B', 'C', 'D'])),
  documentNo: z.string(),
  text: z.string(),
  publicResult: z.string(),
  signer: z.string(),
  ground: z.nullable(z.enum(keys(words.cannotGrounds))),
  /** Where it says “solved”: what one can go and see. */
  toSee: z.nullable(z.string()),
  ...outcomeCard,
  photosBefore: z.array(id()),
  photosAfter: z.array(id()),
  files: z.array(fileView),
  /** The writer wants everyone to be able to take them. */
  filesOpen: z.boolean(),
})
export type ReplyVersionView = z.output<typeof replyVersionView>

export const roundView = z.strictObject({
  no: z.int(),
  leadUnit: named,
  handedOverOn: z.iso.date(),
  deadline: z.strictObject({ on: z.iso.date(), tentative: z.boolean(), urgency }),
  instructions: z.nullable(z.string()),
  responsibles: z.nullable(z.strictObject({ leader: z.string(), handler: z.string(), phone: z.string() })),
  consultations: z.array(consultationView),
  reply: z.nullable(
    z.extend(replyVersionView, {
      on: z.iso.date(),
      /** What it said before it was corrected, the first version first. */
      earlier: z.array(replyVersionView),
    }),
  ),
  extension: z.nullable(extensionView),
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
