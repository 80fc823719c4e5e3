import type { CannotGround, Outcome } from '../../../shared/words/words'

/** What a reply says, as it is kept in `reply` and, of before it was corrected, in `reply_version`. */
export interface ReplySays {
  outcome: Outcome
  documentNo: string
  text: string
  publicResult: string
  signer: string
  ground: CannotGround | null
  toSee: string | null
  fundsYuan: number | null
  lengthMetres: number | null
  beneficiaries: number | null
  personTimes: number | null
  vehicleTrips: number | null
}

export const replyColumns: Readonly<Record<keyof ReplySays, string>> = {
  outcome: 'outcome',
  documentNo: 'document_no',
  text: 'text',
  publicResult: 'public_result',
  signer: 'signer',
  ground: 'ground',
  toSee: 'to_see',
  fundsYuan: 'funds_yuan',
  lengthMetres: 'length_metres',
  beneficiaries: 'beneficiaries',
  personTimes: 'person_times',
  vehicleTrips: 'vehicle_trips',
}

/** The columns of the table under this alias, each under its name here. */
export const saidIn = (alias: string): Record<keyof ReplySays, string> =>
  Object.fromEntries(
    Object.entries(replyColumns).map(([name, column]) => [name, `${alias}.${column}`]),
  ) as Record<keyof ReplySays, string>
