import type { Source } from './source'
import { byHand } from './sources/by-hand'
import { gatherings } from './sources/gatherings'
import { honours } from './sources/honours'
import { opinions } from './sources/opinions'
import { ownRecords } from './sources/own-records'
import { suggestions } from './sources/suggestions'

/** Everything that writes a duty file by itself. */
export const sources: readonly Source[] = [
  ...gatherings,
  ...ownRecords,
  ...opinions,
  ...suggestions,
  ...byHand,
  ...honours,
]
