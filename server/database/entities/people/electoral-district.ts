import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, word } from '../../columns'

/** An electoral district of one level of congress. */
@Entity('electoral_district')
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
}
