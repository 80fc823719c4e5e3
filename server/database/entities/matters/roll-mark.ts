import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, word } from '../../columns'

/** 点名: one mark of a roll. Marks are only added; who was there follows from all of them. */
@Entity('roll_mark')
@Index('roll_mark_meeting', ['meetingId', 'position'])
@Index('roll_mark_person', ['personId'])
export class RollMark {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  meetingId!: string

  @Column(count)
  position!: number

  @Column(idColumn)
  personId!: string

  @Column(word(10))
  mark!: string

  /** When it was so; and when it was written down. */
  @Column(instant)
  at!: Date

  @Column(instant)
  receivedAt!: Date

  @Column(word(10))
  source!: string

  @Column({ ...idColumn, nullable: true })
  byPersonId!: string | null

  @Column({ ...count, default: 1 })
  rollNo!: number

  /** Of a slip: the mark that was one; where none is named, the one before. */
  @Column({ ...idColumn, nullable: true })
  undoes!: string | null

  /** Of a leave. */
  @Column({ ...word(100), nullable: true })
  reason!: string | null
}
