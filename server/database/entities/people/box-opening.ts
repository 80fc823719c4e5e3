import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { Day } from '../../../../shared/rules/days'
import { count, day, idColumn, word } from '../../columns'

/** 开箱: the letter box of a station was opened, by two persons, and so much lay in it. */
@Entity('box_opening')
@Index('box_opening_station', ['liaisonStationId', 'openedOn'])
export class BoxOpening {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  liaisonStationId!: string

  @Column(day)
  openedOn!: Day

  @Column(count)
  letters!: number

  @Column(word(20))
  openedBy!: string

  @Column(word(20))
  openedWith!: string

  @Column({ ...idColumn, nullable: true })
  typedById!: string | null
}
