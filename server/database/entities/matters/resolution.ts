import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** 议定事项: what a meeting gave somebody to do, with a day. */
@Entity('resolution')
@Index('resolution_town', ['townId', 'id'])
@Index('resolution_meeting', ['meetingId', 'position'])
export class Resolution {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  /** At which it was decided. */
  @Column(idColumn)
  meetingId!: string

  @Column(idColumn)
  agendaItemId!: string

  @Column(count)
  position!: number

  @Column(word(300))
  what!: string

  /** Who does it: a unit or a person; neither where it is the office itself. */
  @Column({ ...idColumn, nullable: true })
  unitId!: string | null

  @Column({ ...idColumn, nullable: true })
  personId!: string | null

  /** As the minutes say it. */
  @Column(day)
  firstDueOn!: string

  @Column(day)
  dueOn!: string

  /** At how many meetings it was not done yet. */
  @Column({ ...count, default: 0 })
  times!: number

  @Column({ ...word(500), nullable: true })
  result!: string | null

  @Column(idColumn)
  ruleSetId!: string
}
