import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { day, idColumn, instant, longText, word } from '../../columns'

/** One dated line in the course of an external suggestion; never changed, never removed. */
@Entity('external_suggestion_entry')
@Index('external_suggestion_entry_of', ['externalSuggestionId', 'heldOn', 'id'])
export class ExternalSuggestionEntry {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  externalSuggestionId!: string

  @Column(word(20))
  entryKind!: string

  @Column(day)
  heldOn!: string

  @Column(longText)
  note!: string

  @Column(idColumn)
  personId!: string

  @Column(instant)
  at!: Date
}
