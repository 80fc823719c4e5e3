import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** A natural village, or a group of villagers. */
@Entity('area')
@Index('area_village', ['townId', 'villageId'])
@Index('area_above', ['townId', 'areaId'])
@Index('area_place', ['townId', 'position', 'id'])
export class Area {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(word(40))
  name!: string

  @Column(idColumn)
  villageId!: string

  @Column(word(20))
  areaKind!: string

  @Column({ ...idColumn, nullable: true })
  areaId!: string | null

  @Column({ ...count, nullable: true })
  households!: number | null

  @Column({ ...count, nullable: true })
  population!: number | null

  @Column(count)
  position!: number

  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null
}
