import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, instant, longText, word } from '../../columns'

/** One round of handling with its own unit and its own clock. */
@Entity('suggestion_round')
@Index('suggestion_round_unit', ['leadUnitId'])
export class SuggestionRound {
  @PrimaryColumn(idColumn)
  suggestionId!: string

  @PrimaryColumn(count)
  roundNo!: number

  @Column(idColumn)
  leadUnitId!: string

  @Column(day)
  handedOverOn!: string

  /** Where the rules count from the close of a session; else the hand-over. */
  @Column({ ...day, nullable: true })
  clockStartedOn!: string | null

  @Column(day)
  deadlineOn!: string

  /** Where the counting ends before it is moved off days off; null where the deadline was set by hand. */
  @Column({ ...day, nullable: true })
  countedTo!: string | null

  /** Where it ended before a question to the deputy stopped the clock; null once the deadline was set anew. */
  @Column({ ...day, nullable: true })
  countedBefore!: string | null

  @Column({ ...longText, nullable: true })
  instructions!: string | null

  @Column({ ...word(20), nullable: true })
  leaderInCharge!: string | null

  @Column({ ...word(20), nullable: true })
  handlerName!: string | null

  @Column({ ...word(20), nullable: true })
  handlerPhone!: string | null

  @Column({ ...instant, nullable: true })
  receivedAt!: Date | null

  /** The presidium no longer waits for the deputy to confirm a 面商. */
  @Column({ ...instant, nullable: true })
  replyOpenedAt!: Date | null
}
