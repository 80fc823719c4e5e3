import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { day, flag, idColumn } from '../../columns'

/** 审议意见: what was said at one meeting, as one list to the government. */
@Entity('deliberation_summary')
@Index('deliberation_summary_town', ['townId', 'id'])
@Index('deliberation_summary_meeting', ['meetingId'], { unique: true })
export class DeliberationSummary {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  meetingId!: string

  /** Who answers for the government; null before it is handed over. */
  @Column({ ...idColumn, nullable: true })
  unitId!: string | null

  @Column({ ...day, nullable: true })
  dueOn!: string | null

  /** Another answer is asked for once. */
  @Column(flag)
  sentBack!: boolean

  @Column(idColumn)
  ruleSetId!: string
}
