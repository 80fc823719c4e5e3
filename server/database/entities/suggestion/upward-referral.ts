import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { day, idColumn, instant, longText, word } from '../../columns'

/** 向上反映 of what the town cannot decide, and what came back. */
@Entity('upward_referral')
@Index('upward_referral_suggestion', ['suggestionId'])
export class UpwardReferral {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  suggestionId!: string

  @Column(word(20))
  route!: string

  @Column({ ...word(60), nullable: true })
  documentNo!: string | null

  @Column(longText)
  reason!: string

  @Column(instant)
  referredAt!: Date

  @Column({ ...day, nullable: true })
  answeredOn!: string | null

  @Column({ ...longText, nullable: true })
  answer!: string | null
}
