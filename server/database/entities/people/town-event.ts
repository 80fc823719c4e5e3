import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** Something in the history of a town. */
@Entity('town_event')
@Index('town_event_place', ['townId', 'place'])
export class TownEvent {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(count)
  year!: number

  @Column({ ...count, nullable: true })
  month!: number | null

  @Column(word(300))
  text!: string

  @Column(count)
  place!: number

  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null
}
