import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { idColumn } from '../../columns'

/** Whom of the office or the presidium a suggestion concerns: they neither handle it nor decide. */
@Entity('suggestion_concern')
@Index('suggestion_concern_town', ['townId', 'suggestionId'])
export class SuggestionConcern {
  @PrimaryColumn(idColumn)
  suggestionId!: string

  @PrimaryColumn(idColumn)
  personId!: string

  @Column(idColumn)
  townId!: string
}
