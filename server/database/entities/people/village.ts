import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, word } from '../../columns'

/** An administrative village or community. */
@Entity('village')
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
}
