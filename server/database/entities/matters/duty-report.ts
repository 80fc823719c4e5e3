import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, longText, word } from '../../columns'

/** The report of one deputy at a meeting, and what came of it: sums, and nothing of any one ballot. */
@Entity('duty_report')
@Index('duty_report_meeting_order', ['meetingId', 'position'])
@Index('duty_report_person', ['personId', 'meetingId'])
@Index('duty_report_mandate', ['mandateId', 'meetingId'])
export class DutyReport {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  meetingId!: string

  @Column(idColumn)
  personId!: string

  /** For which it is given: once each. */
  @Column(idColumn)
  mandateId!: string

  @Column(count)
  position!: number

  /** Null before the meeting is opened. */
  @Column({ type: 'boolean', nullable: true })
  here!: boolean | null

  @Column({ ...longText, nullable: true })
  resolutions!: string | null

  @Column({ ...longText, nullable: true })
  deliberations!: string | null

  @Column({ ...longText, nullable: true })
  betweenSessions!: string | null

  @Column({ ...longText, nullable: true })
  contacts!: string | null

  @Column({ ...count, nullable: true })
  satisfied!: number | null

  @Column({ ...count, nullable: true })
  basicallySatisfied!: number | null

  @Column({ ...count, nullable: true })
  notSatisfied!: number | null

  /** 反馈函, once it was sent. */
  @Column({ ...word(30), nullable: true })
  letterNo!: string | null

  @Column({ ...day, nullable: true })
  letterOn!: string | null

  /** Until when it is answered, as the letter says. */
  @Column({ ...day, nullable: true })
  answerBy!: string | null
}
