import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, word } from '../../columns'

/** A group of deputies of any level. */
@Entity('deputy_group')
@Index('deputy_group_town_name', ['townId', 'name'], { unique: true })
export class DeputyGroup {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(word(40))
  name!: string

  @Column(count)
  position!: number
}
