import { Entity, PrimaryColumn } from 'typeorm'
import { idColumn } from '../../columns'

/** Whom of the office or the presidium a suggestion concerns: they neither handle it nor decide. */
@Entity('suggestion_concern')
export class SuggestionConcern {
  @PrimaryColumn(idColumn)
  suggestionId!: string

  @PrimaryColumn(idColumn)
  personId!: string
}
