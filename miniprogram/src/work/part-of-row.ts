import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { Register } from '../../../shared/grammar/register'

/** What a part of the page of a row is given. */
export interface PartOfRow {
  row: OutputOf<Register['endpoints']['show']>
  town: string
  /** Loads the row anew, after something was done to it here. */
  changed: () => void
}
