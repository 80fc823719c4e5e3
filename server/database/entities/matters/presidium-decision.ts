import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { idColumn, instant, word } from '../../columns'

/** What the presidium decided of a suggestion, and at which of its meetings. */
@Entity('presidium_decision')
@Index('presidium_decision_meeting', ['meetingId', 'decidedAt'])
@Index('presidium_decision_suggestion', ['suggestionId', 'decidedAt'])
export class PresidiumDecision {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  meetingId!: string

  @Column(idColumn)
  suggestionId!: string

  /** Of the table of suggestions, the step that it was. */
  @Column(word(40))
  action!: string

  @Column(instant)
  decidedAt!: Date
}
