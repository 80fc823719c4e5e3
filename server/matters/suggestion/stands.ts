import type {
  SuggestionGate,
  SuggestionParty,
  SuggestionState,
} from '../../../shared/matters/suggestion/states'
import type { MatterStanding } from '../../engine/standing'
import type { SuggestionRecord } from './record'

export type SuggestionStanding = MatterStanding<
  SuggestionState,
  SuggestionParty,
  SuggestionGate,
  SuggestionRecord
>
