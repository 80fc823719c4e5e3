import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, instant, longText, word } from '../../columns'

/** What the leading official did, or what a dispatch (调度) decided; by the version of its event. */
@Entity('key_suggestion_note')
export class KeySuggestionNote {
  @PrimaryColumn(idColumn)
  keySuggestionId!: string

  @PrimaryColumn(count)
  version!: number

  @Column(word(10))
  kind!: string

  @Column(day)
  notedOn!: string

  @Column(longText)
  note!: string

  @Column({ ...word(60), nullable: true })
  planItem!: string | null

  @Column({ ...idColumn, nullable: true })
  personId!: string | null

  @Column(instant)
  at!: Date
}
