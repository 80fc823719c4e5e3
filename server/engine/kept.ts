import type { Reader, Tx } from '../database/source'
import { instantText, isoInstant } from '../database/sql'
import { part, readTogether, type RowsOf } from '../database/together'
import { forget, know, knownIn } from '../database/waking'

/** What has been told: the last step of each ladder for each deadline. */
export type ToldSteps = ReadonlyMap<string, number>
export const toldKey = (ladder: string, lateFrom: Date) => `${ladder} ${lateFrom.toISOString()}`

export interface KeptRow {
  title: string
  number: string | null
  note: string | null
  villageId: string | null
  unitId: string | null
  category: string | null
  foundBy: string
  nextAt: string | null
  holder: string | null
  party: string | null
  lane: string
  at: string
  soonAt: string | null
  step: string | null
  fromOn: string
  untilOn: string
}

/** What is written of a matter now: its head, a row for each who stands to it, and what the clock has told. */
export interface Kept {
  rows: readonly KeptRow[]
  told: ToldSteps
}

/** Of a matter that has just been put there nothing is written. */
export const nothingKept: Kept = { rows: [], told: new Map() }

/** To be asked for together with what decides about a step. */
export const keptParts = (id: string | undefined) => ({
  kept:
    id === undefined
      ? undefined
      : part<KeptRow>({
          columns: {
            ...{
              title: 'm.title',
              number: 'm.number',
              note: 'm.note',
              villageId: 'm.village_id',
              unitId: 'm.unit_id',
            },
            ...{ category: 'm.category', foundBy: 'm.found_by', nextAt: instantText('m.next_at') },
            ...{ holder: 'k.holder', party: 'k.party', lane: 'k.lane', at: instantText('k.at') },
            ...{ soonAt: instantText('k.soon_at'), step: 'k.step' },
            ...{ fromOn: "CONCAT(k.from_on, '')", untilOn: "CONCAT(k.until_on, '')" },
          },
          from: 'FROM matter m LEFT JOIN matter_holder k ON k.matter_id = m.id WHERE m.id = ?',
          order: 'k.holder',
          parameters: [id],
        }),
  told:
    id === undefined
      ? undefined
      : part<{ ladder: string; lateFrom: string; step: number }>({
          columns: { ladder: 'd.ladder', lateFrom: instantText('d.late_from'), step: 'd.step' },
          from: 'FROM matter_told d WHERE d.matter_id = ?',
          order: 'd.step',
          parameters: [id],
        }),
})

const keptName = (id: string) => `kept ${id}`

/** Until something of it is written in the same transaction, it is not asked for again. */
export const keptOf = (
  reader: Reader,
  id: string,
  { kept, told }: RowsOf<ReturnType<typeof keptParts>>,
): Kept =>
  know(reader, keptName(id), {
    rows: kept,
    told: new Map(
      told.map(({ ladder, lateFrom, step }) => [
        toldKey(ladder, new Date(isoInstant(lateFrom))),
        Number(step),
      ]),
    ),
  })

export const readKept = async (reader: Reader, id: string): Promise<Kept> =>
  knownIn<Kept>(reader, keptName(id)) ?? keptOf(reader, id, await readTogether(reader, keptParts(id)))

export const forgetKept = (tx: Tx, id: string) => forget(tx, keptName(id))
