import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** 接访: one day on which somebody sits at a station; where it stands is in `matter`. */
@Entity('reception')
@Index('reception_station', ['liaisonStationId', 'ruleOn'])
@Index('reception_held', ['liaisonStationId', 'heldOn'])
@Index('reception_town', ['townId', 'heldOn', 'id'])
export class Reception {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  liaisonStationId!: string

  @Column(day)
  heldOn!: string

  /** The day that the rule of the station gives; it stays where the reception is moved. */
  @Column(day)
  ruleOn!: string

  /** How many came; of those who are written down one by one it is no less. */
  @Column({ ...count, nullable: true })
  received!: number | null

  @Column({ ...word(300), nullable: true })
  note!: string | null

  /** Who asked to be stood in for, and which reception the other gets in return. */
  @Column({ ...idColumn, nullable: true })
  swapFromId!: string | null

  @Column({ ...idColumn, nullable: true })
  inReturnId!: string | null
}
