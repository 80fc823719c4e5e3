import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, instant, longText, word } from '../../columns'

/** 面商: recorded by the unit, confirmed or disputed by the lead deputy. */
@Entity('consultation')
@Index('consultation_round', ['suggestionId', 'roundNo'])
export class Consultation {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  suggestionId!: string

  @Column(count)
  roundNo!: number

  @Column(day)
  heldOn!: string

  @Column(word(20))
  form!: string

  @Column(word(120))
  participants!: string

  @Column(longText)
  record!: string

  @Column(word(10))
  answer!: string

  @Column({ ...longText, nullable: true })
  disputeReason!: string | null

  @Column(instant)
  recordedAt!: Date

  @Column({ ...instant, nullable: true })
  answeredAt!: Date | null
}
