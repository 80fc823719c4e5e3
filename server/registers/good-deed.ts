import { marks } from '../database/sql'
import { type Keeping } from '../engine/registers/kept-register'
import { ownRecords } from '../features/contacts/own-records'

export const goodDeed: Keeping = {
  ...ownRecords(),
  /** Whoever recorded it reads that the office has looked, and does not say it himself. */
  async tells(reader, townId, ids) {
    const rows = await reader.query<{ id: string; confirmed: number | boolean | null }[]>(
      `SELECT r.id, r.confirmed FROM good_deed r WHERE r.town_id = ? AND r.id IN (${marks(ids)})`,
      [townId, ...ids],
    )
    return new Map(
      rows.map(({ id, confirmed }) => [
        id,
        { confirmation: Number(confirmed) === 1 ? '镇人大办核实过' : '等镇人大办核实' },
      ]),
    )
  },
  narrows: { unconfirmed: 'r.confirmed = 0' },
}
