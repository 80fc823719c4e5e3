import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { day, idColumn, word } from '../../columns'

/** A suggestion that counted on the day of a disqualification, as it stood then. */
@Entity('disqualifying_item')
@Index('disqualifying_item_suggestion', ['suggestionId'])
export class DisqualifyingItem {
  @PrimaryColumn(idColumn)
  awardStandingId!: string

  @PrimaryColumn(idColumn)
  suggestionId!: string

  @Column({ ...word(40), nullable: true })
  suggestionNo!: string | null

  @Column(word(60))
  subject!: string

  @Column(day)
  ratedOn!: string
}
