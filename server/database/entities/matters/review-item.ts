import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, longText, word } from '../../columns'

/** One opinion on the list of a meeting, and what was decided of it. */
@Entity('review_item')
@Index('review_item_meeting', ['meetingId', 'position'])
@Index('review_item_opinion', ['opinionId'])
export class ReviewItem {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  meetingId!: string

  @Column(idColumn)
  opinionId!: string

  @Column(count)
  position!: number

  /** In the words of a deputy. */
  @Column({ ...word(100), nullable: true })
  gist!: string | null

  @Column({ ...word(12), nullable: true })
  decision!: string | null

  /** What was written with the decision. */
  @Column({ ...longText, nullable: true })
  said!: string | null

  /** What it became or joined. */
  @Column({ ...idColumn, nullable: true })
  suggestionId!: string | null

  @Column({ ...idColumn, nullable: true })
  leadId!: string | null

  @Column({ ...idColumn, nullable: true })
  notedById!: string | null

  @Column({ ...instant, nullable: true })
  notedAt!: Date | null
}
