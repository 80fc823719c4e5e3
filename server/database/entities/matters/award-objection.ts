import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** What was said against a notice, as it came, without who said it. */
@Entity('award_objection')
@Index('award_objection_award', ['awardId', 'position'])
export class AwardObjection {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  awardId!: string

  @Column(count)
  position!: number

  @Column(day)
  notedOn!: string

  @Column(word(10))
  way!: string

  @Column(word(500))
  text!: string

  @Column({ ...word(500), nullable: true })
  answer!: string | null

  @Column({ ...day, nullable: true })
  answeredOn!: string | null
}
