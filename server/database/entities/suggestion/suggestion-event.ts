import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, longText, word } from '../../columns'

/** One step in the life of a suggestion. Append-only; versions have no gaps. */
@Entity('suggestion_event')
export class SuggestionEvent {
  @PrimaryColumn(idColumn)
  suggestionId!: string

  @PrimaryColumn(count)
  version!: number

  @Column(idColumn)
  townId!: string

  @Column(word(30))
  action!: string

  @Column({ ...word(20), nullable: true })
  fromState!: string | null

  @Column(word(20))
  toState!: string

  @Column(word(20))
  party!: string

  @Column({ ...idColumn, nullable: true })
  personId!: string | null

  @Column({ ...longText, nullable: true })
  note!: string | null

  @Column({ ...word(200), nullable: true })
  publicLine!: string | null

  @Column(instant)
  at!: Date

  @Column({ ...idColumn, nullable: true })
  lineCheckId!: string | null
}
