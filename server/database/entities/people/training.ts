import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** 学习培训: one that was held. */
@Entity('training')
@Index('training_order', ['townId', 'heldOn', 'id'])
export class Training {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(word(60))
  title!: string

  @Column(word(20))
  topic!: string

  @Column(word(20))
  trainingForm!: string

  @Column(day)
  heldOn!: string

  @Column({ ...day, nullable: true })
  heldUntil!: string | null

  @Column({ ...word(10), nullable: true })
  hours!: string | null

  @Column({ ...word(40), nullable: true })
  teacher!: string | null

  @Column(word(20))
  organiser!: string

  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null
}
