import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** An administrative village or community. */
@Entity('village')
@Index('village_order', ['townId', 'position', 'id'])
@Index('village_town_name', ['townId', 'name'], { unique: true })
export class Village {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(word(40))
  name!: string

  @Column(count)
  position!: number

  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null

  /** The names that it had before, the latest last. */
  @Column({ ...word(200), nullable: true })
  formerNames!: string | null

  @Column({ ...count, nullable: true })
  households!: number | null

  @Column({ ...count, nullable: true })
  population!: number | null
}
