import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, flag, idColumn, instant, longText, word } from '../../columns'

/** 面商: recorded by the unit, confirmed or disputed by the deputy with whom it was held. */
@Entity('consultation')
@Index('consultation_round', ['suggestionId', 'roundNo'])
export class Consultation {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  suggestionId!: string

  @Column(count)
  roundNo!: number

  /** Held with whoever leads this one that is handled together with it; null of the lead deputy's own. */
  @Column({ ...idColumn, nullable: true })
  mergedId!: string | null

  @Column(day)
  heldOn!: string

  @Column(word(20))
  form!: string

  @Column(word(120))
  participants!: string

  /** Whether whoever came for the unit could decide; null of those before it was asked. */
  @Column({ ...word(20), nullable: true })
  mayDecide!: string | null

  /** The deputy confirmed it and asked for the head of the unit. */
  @Column(flag)
  headAsked!: boolean

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
