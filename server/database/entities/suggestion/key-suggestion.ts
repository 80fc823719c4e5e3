import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, longText, word } from '../../columns'

/** 重点建议 of a year, with who leads it. At most one of a suggestion has not ended. */
@Entity('key_suggestion')
@Index('key_suggestion_year', ['townId', 'year'])
@Index('key_suggestion_suggestion', ['suggestionId', 'endedAt'])
export class KeySuggestion {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  suggestionId!: string

  @Column(count)
  year!: number

  @Column(word(20))
  leadingOfficial!: string

  /** Who that is, once they have the post. */
  @Column({ ...idColumn, nullable: true })
  leaderId!: string | null

  @Column(word(40))
  leadingPost!: string

  @Column(longText)
  plan!: string

  @Column({ ...idColumn, nullable: true })
  leaderCheckId!: string | null

  @Column(instant)
  pickedAt!: Date

  @Column({ ...instant, nullable: true })
  endedAt!: Date | null
}
