import type { CongressSessionDays } from '../../../shared/registers/congress-sessions'
import type { PostKind } from '../../../shared/permissions'
import type { CongressLevel, StationKind, UnitKind } from '../../../shared/words/words'
import type { PresidiumPost } from './columns'
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
  /** Named by those elected: where it is known, the order of this term stays. */
  ofNextTerm: Pick<Plan, 'groups' | 'districts'>
}

/** Who is meant by a row, where somebody said so: one of the register, or null for another of that name. */
export type Answers = ReadonlyMap<string, string | null>

/** Somebody, whoever many rows name them: the same name and phone is the same person. */
export interface PlannedPerson {
  /** Where they are named first. */
  at: Mention
  /** Who that is in the register, or null where it is somebody new; undefined where nobody said. */
  meant: string | null | undefined
  name: string
  phone: string | undefined
  gender: string | undefined
  occupation: string | undefined
  village: string | undefined
  group: string | undefined
  groupLeader: boolean
  mandates: { level: CongressLevel; district: string | undefined; certificateNo: string | undefined }[]
  posts: PlannedPost[]
  /** For the next term, which changes nothing of this one. */
  elected: PlannedElected | undefined
}

export interface PlannedPost {
  /** Of the sheet that names the post. */
  row: number
  kind: PostKind
  unit: string | undefined
  presidiumPost: PresidiumPost | undefined
}

export interface PlannedElected {
  row: number
  termNo: number
  district: string | undefined
  certificateNo: string | undefined
  group: string | undefined
  groupPost: 'leader' | 'member' | undefined
  paper: string | undefined
}

export interface PlannedStation {
  name: string
  kind: StationKind
  village: string | undefined
  address: string | undefined
  openingHours: string | undefined
  receptionDays: string | undefined
  receptionTime: string | undefined
  deputies: PlannedPerson[]
}
