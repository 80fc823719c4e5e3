import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** An electoral district of one level of congress. */
@Entity('electoral_district')
@Index('electoral_district_order', ['townId', 'position', 'id'])
@Index('electoral_district_town_level_name', ['townId', 'congressLevel', 'name'], { unique: true })
export class ElectoralDistrict {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(word(20))
  congressLevel!: string

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
  seats!: number | null
}
