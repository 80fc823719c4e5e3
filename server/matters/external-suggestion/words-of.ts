import { deputyNamed, type MessageWords } from '../../../shared/words/messages'
import { externalOutcomes, higherCongresses } from '../../../shared/words/words'
import type { ExternalRecord } from './record'

/** The words that every sentence about it may use. */
export const wordsOf = ({
  subject,
  deputy,
  level,
  outcome,
  publicResult,
}: ExternalRecord): Partial<MessageWords> => ({
  subject,
  deputy: deputyNamed(deputy),
  route: higherCongresses[level],
  ...(outcome === null ? {} : { outcome: externalOutcomes[outcome] }),
  ...(publicResult === null ? {} : { result: publicResult }),
})
