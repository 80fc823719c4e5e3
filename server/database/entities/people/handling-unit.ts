import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** A unit that handles suggestions. */
@Entity('handling_unit')
@Index('handling_unit_order', ['townId', 'position', 'id'])
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

  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null

  /** The names that it had before, the latest last. */
  @Column({ ...word(200), nullable: true })
  formerNames!: string | null

  @Column({ ...idColumn, nullable: true })
  mergedIntoId!: string | null
}
