import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, instant, longText, word } from '../../columns'

/**
 * 催办记录: that somebody was pressed for a suggestion. A person did it, or the clock on a step of a ladder: that step
 * stands here once for its deadline, even where nobody was left to tell.
 */
@Entity('reminder')
@Index('reminder_suggestion', ['suggestionId', 'at'])
@Index('reminder_step', ['suggestionId', 'ladder', 'dueOn', 'step'], { unique: true })
export class Reminder {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  suggestionId!: string

  @Column(word(10))
  channel!: string

  @Column(instant)
  at!: Date

  /** Who pressed; null for the clock. */
  @Column({ ...idColumn, nullable: true })
  personId!: string | null

  /** Who was reached, as names. */
  @Column({ ...word(200), nullable: true })
  whom!: string | null

  @Column({ ...longText, nullable: true })
  said!: string | null

  @Column({ ...longText, nullable: true })
  answer!: string | null

  @Column({ ...word(20), nullable: true })
  ladder!: string | null

  @Column({ ...day, nullable: true })
  dueOn!: string | null

  @Column({ ...count, nullable: true })
  step!: number | null

  /** Who was told, as a rung of the ladder; null where nobody was. */
  @Column({ ...word(20), nullable: true })
  rung!: string | null

  /** Rungs that were passed over because nobody there is known and bound, joined by commas. */
  @Column(word(120))
  passed!: string
}
