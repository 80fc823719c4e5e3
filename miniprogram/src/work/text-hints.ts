import { plainHints } from '../../../shared/matters/suggestion/alike'
import { qualityHints } from '../../../shared/matters/suggestion/quality-hints'
import type { Values } from '../hooks/use-form'
import type { Hints } from '../pieces/form-fields'

/** What a field of text holds so far. */
export const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** What a reader would miss in the text of a suggestion, under the field that it is about. */
export function textHints({ subject, facts, proposal }: Values): Hints {
  const hints = qualityHints({
    subject: textOf(subject),
    facts: textOf(facts),
    proposal: textOf(proposal),
  })
  const of = (name: string) => hints.filter(({ field }) => field === name).map(({ sentence }) => sentence)
  return { subject: of('subject'), facts: of('facts'), proposal: of('proposal') }
}

/** What is hard to understand of the sentence that is put on the board and read out. */
export const replyHints = ({ publicResult }: Values): Hints => ({
  publicResult: plainHints(textOf(publicResult)),
})
