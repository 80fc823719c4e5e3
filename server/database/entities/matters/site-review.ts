import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { day, idColumn, instant, word } from '../../columns'

/** 现场评议: deputies go to see how some suggestions are handled. */
@Entity('site_review')
@Index('site_review_town', ['townId', 'at', 'id'])
export class SiteReview {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(day)
  heldOn!: string

  @Column(word(120))
  place!: string

  /** Who comes besides the deputies, in words. */
  @Column({ ...word(200), nullable: true })
  others!: string | null

  @Column(idColumn)
  personId!: string

  @Column(instant)
  at!: Date

  /** Why it was moved or called off last. */
  @Column({ ...word(200), nullable: true })
  reason!: string | null
}
