import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, word } from '../../columns'

/** 代表之家 / 活动室: the place with the QR code on its door. */
@Entity('liaison_station')
@Index('liaison_station_town_name', ['townId', 'name'], { unique: true })
export class LiaisonStation {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(word(40))
  name!: string

  @Column(word(20))
  stationKind!: string

  @Column({ ...idColumn, nullable: true })
  villageId!: string | null

  @Column({ ...word(100), nullable: true })
  address!: string | null

  @Column({ ...word(60), nullable: true })
  openingHours!: string | null

  @Column({ ...word(40), nullable: true })
  receptionRule!: string | null

  @Column({ ...word(20), nullable: true })
  receptionTime!: string | null

  @Column(count)
  position!: number
}
