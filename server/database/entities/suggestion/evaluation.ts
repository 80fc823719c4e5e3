import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, longText, word } from '../../columns'

/** 征询意见: how the lead deputy rates the reply of a round. */
@Entity('evaluation')
@Index('evaluation_round', ['suggestionId', 'roundNo'], { unique: true })
export class Evaluation {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  suggestionId!: string

  @Column(count)
  roundNo!: number

  @Column(word(20))
  attitudeRating!: string

  @Column(word(20))
  resultRating!: string

  @Column({ ...longText, nullable: true })
  reason!: string | null

  @Column(instant)
  at!: Date
}
