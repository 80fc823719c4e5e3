import type * as z from 'zod/mini'
import type { MessageWords } from '../../../shared/messages'
import type { suggestionActions, SuggestionAction } from '../../../shared/workflow'
import type { Tx } from '../../database/source'
import { assign, consult, answerConsultation, receive, reHandle, reply } from './effects-of-handling'
import { answerInvitation, edit, endInvitations, invite, markSubmitted } from './effects-of-drafting'
import { conclude, evaluate } from './effects-of-rating'
import { accept, note, refuse, requestRevision } from './effects-of-review'
import type { Asker, SuggestionRecord } from './record'

/** What a step changes besides the state, and the words that only this step knows. */
export interface EffectOf<A extends SuggestionAction = SuggestionAction> {
  tx: Tx
  suggestion: SuggestionRecord
  asker: Asker
  form: z.output<(typeof suggestionActions)[A]['input']>
  now: Date
}
type Effect<A extends SuggestionAction> = (effect: EffectOf<A>) => Promise<Partial<MessageWords> | void>

const table: { readonly [A in SuggestionAction]?: Effect<A> } = {
  edit,
  inviteCoSigners: invite,
  coSign: answerInvitation('signed'),
  declineToCoSign: answerInvitation('declined'),
  endInvitations,
  submit: markSubmitted,
  accept,
  requestRevision,
  refuseAcceptance: refuse,
  assign,
  receive,
  consult,
  confirmConsultation: answerConsultation('confirmed'),
  disputeConsultation: answerConsultation('disputed'),
  reply,
  evaluate,
  reHandle,
  conclude,
  remind: note('note'),
  withdraw: note('reason'),
  recalculate: note('reason'),
}

/** Seen from the engine, which has checked the form against the row of the same name. */
export const effects = table as Readonly<
  Partial<
    Record<
      SuggestionAction,
      (
        effect: Omit<EffectOf, 'form'> & { form: Readonly<Record<string, unknown>> },
      ) => Promise<Partial<MessageWords> | void>
    >
  >
>
