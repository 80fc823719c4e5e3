import { Entity, Index, PrimaryColumn } from 'typeorm'
import { idColumn, word } from '../../columns'

/** One or two neighbouring characters of the words by which a matter, or a row of a register, is found. */
@Entity('search_token')
@Index('search_token_matter', ['matterId'])
export class SearchToken {
  @PrimaryColumn(idColumn)
  townId!: string

  /** Code points, so that no collation takes two for one. */
  @PrimaryColumn(word(12))
  token!: string

  /** The kind of matter, or the register; with what one must be allowed to read, where not everybody may find it by this. */
  @PrimaryColumn(word(50))
  kind!: string

  @PrimaryColumn(idColumn)
  matterId!: string
}
