import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, word } from '../../columns'

/** A unit that handles suggestions. */
@Entity('handling_unit')
@Index('handling_unit_town_name', ['townId', 'name'], { unique: true })
export class HandlingUnit {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(word(40))
  name!: string

  @Column(word(20))
  unitKind!: string

  @Column({ ...word(60), nullable: true })
  supervisingBureau!: string | null

  @Column(count)
  position!: number
}
