import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, flag, idColumn, instant, word } from '../../columns'

/** Somebody who was asked to come to an activity, or came without; what they said is in `ask`. */
@Entity('activity_person')
@Index('activity_person_person', ['personId', 'activityId'])
export class ActivityPerson {
  @PrimaryColumn(idColumn)
  activityId!: string

  @PrimaryColumn(idColumn)
  personId!: string

  @Column(count)
  position!: number

  @Column(flag)
  invited!: boolean

  /** By the roll; null before it is called. */
  @Column({ type: 'boolean', nullable: true })
  came!: boolean | null

  @Column({ ...word(10), nullable: true })
  source!: string | null

  /** When the roll was written down, and by whom. */
  @Column({ ...instant, nullable: true })
  notedAt!: Date | null

  @Column({ ...idColumn, nullable: true })
  byPersonId!: string | null
}
