import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, longText, word } from '../../columns'

/** A meeting at which deputies report to the voters of a district; where it stands is in `matter`. */
@Entity('duty_report_meeting')
@Index('duty_report_meeting_town', ['townId', 'planYear', 'id'])
@Index('duty_report_meeting_held', ['townId', 'heldOn', 'id'])
export class DutyReportMeeting {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(count)
  planYear!: number

  @Column(idColumn)
  electoralDistrictId!: string

  @Column({ ...day, nullable: true })
  heldOn!: string | null

  @Column({ ...word(10), nullable: true })
  startsAt!: string | null

  @Column({ ...word(60), nullable: true })
  place!: string | null

  @Column({ ...idColumn, nullable: true })
  chairId!: string | null

  /** Why the notice came late. */
  @Column({ ...word(200), nullable: true })
  lateWhy!: string | null

  /** Chosen on the spot; they need no account. */
  @Column({ ...word(20), nullable: true })
  tellerOne!: string | null

  @Column({ ...word(20), nullable: true })
  tellerTwo!: string | null

  @Column({ ...count, nullable: true })
  presentVoters!: number | null

  @Column({ ...count, nullable: true })
  paperSlips!: number | null

  @Column({ ...longText, nullable: true })
  minutes!: string | null

  @Column(idColumn)
  ruleSetId!: string
}
