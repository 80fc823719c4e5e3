import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, word } from '../../columns'

/**
 * The head of every matter of any kind. State, version and since stand here and nowhere else; what follows them is copied
 * by the engine from the matter's own tables, for lists, search and the clock.
 */
@Entity('matter')
@Index('matter_town', ['townId'])
@Index('matter_next', ['nextAt', 'id'])
@Index('matter_state', ['kind', 'state', 'townId', 'stateSince', 'id'])
export class Matter {
  /** Of the row in the kind's own table. */
  @PrimaryColumn(idColumn)
  id!: string

  @Column(word(20))
  kind!: string

  @Column(idColumn)
  townId!: string

  @Column(word(20))
  state!: string

  @Column(count)
  version!: number

  @Column(instant)
  stateSince!: Date

  @Column(word(200))
  title!: string

  @Column({ ...word(40), nullable: true })
  number!: string | null

  /** What a row of a list says besides: who, which kind. */
  @Column({ ...word(200), nullable: true })
  note!: string | null

  @Column({ ...idColumn, nullable: true })
  villageId!: string | null

  @Column({ ...idColumn, nullable: true })
  unitId!: string | null

  @Column({ ...word(20), nullable: true })
  category!: string | null

  /** The words by which it is found. */
  @Column(word(600))
  foundBy!: string

  /** When the clock has something to say; the beginning of time where the rest of the row is not derived yet. */
  @Column({ ...instant, nullable: true })
  nextAt!: Date | null
}
