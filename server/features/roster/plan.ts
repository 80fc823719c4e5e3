import type { CongressSessionDays } from '../../../shared/registers/congress-sessions'
import type { PostKind } from '../../../shared/permissions'
import type { CongressLevel, StationKind, UnitKind } from '../../../shared/words/words'
import type { Mention } from './problem'

/** What the workbook says, with all its references resolved: what is to stand in the register. */
export interface Plan {
  villages: string[]
  groups: string[]
  districts: { level: CongressLevel; name: string }[]
  units: { name: string; kind: UnitKind; bureau: string | undefined }[]
  people: PlannedPerson[]
  stations: PlannedStation[]
  sessions: CongressSessionDays[]
}

/** Somebody, whoever many rows name them: the same name and phone is the same person. */
export interface PlannedPerson {
  /** Where they are named first. */
  at: Mention
  name: string
  phone: string | undefined
  gender: string | undefined
  occupation: string | undefined
  village: string | undefined
  group: string | undefined
  groupLeader: boolean
  mandates: { level: CongressLevel; district: string | undefined; certificateNo: string | undefined }[]
  posts: { kind: PostKind; unit: string | undefined }[]
}

export interface PlannedStation {
  name: string
  kind: StationKind
  village: string | undefined
  address: string | undefined
  openingHours: string | undefined
  receptionRule: string | undefined
  receptionTime: string | undefined
  deputies: PlannedPerson[]
}
