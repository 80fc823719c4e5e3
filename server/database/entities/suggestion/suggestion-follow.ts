import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { flag, idColumn, instant } from '../../columns'

/** A resident who hears of every public step of a matter that somebody else has raised. */
@Entity('suggestion_follow')
@Index('suggestion_follow_resident', ['residentId'])
export class SuggestionFollow {
  @PrimaryColumn(idColumn)
  suggestionId!: string

  @PrimaryColumn(idColumn)
  residentId!: string

  @Column(idColumn)
  townId!: string

  /** It is so with them as well. */
  @Column(flag)
  isTheirs!: boolean

  @Column(instant)
  since!: Date
}
