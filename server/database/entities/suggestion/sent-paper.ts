import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, instant, longText, word } from '../../columns'

/** A document as it went out: whatever is renamed later, it says what it said. */
@Entity('sent_paper')
@Index('sent_paper_suggestion', ['suggestionId', 'sentAt', 'id'])
export class SentPaper {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  suggestionId!: string

  @Column(word(30))
  paperKind!: string

  @Column(count)
  roundNo!: number

  /** Which of those of its round, where there may be several. */
  @Column(word(30))
  part!: string

  @Column(day)
  onDay!: string

  /** The `Paper`, as JSON. */
  @Column(longText)
  content!: string

  @Column(instant)
  sentAt!: Date
}
