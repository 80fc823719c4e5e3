import { rowsOfRegisters } from './rows/registers'
import type { Row } from './row'
import { accountRows } from './rows/account'
import { officeRows } from './rows/office'
import { openRows } from './rows/open'
import { workRows } from './rows/work'

/**
 * Who may ask what, by the names of the contract: written by hand and apart from `shared/permissions.ts`, so that the one
 * finds out about the other. The steps of matters and what is made from a register need no row.
 */
export const policy: Readonly<Record<string, Row>> = {
  ...openRows,
  ...accountRows,
  ...officeRows,
  ...workRows,
  ...rowsOfRegisters,
}
