import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, digest, idColumn, word } from '../../columns'

/** 代表之家 / 活动室: the place with the QR code on its door. */
@Entity('liaison_station')
@Index('liaison_station_order', ['townId', 'position', 'id'])
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

  /** As offices write it, in the one way in which it is kept: `每月5日；逢三六九`. */
  @Column({ ...word(100), nullable: true })
  receptionDays!: string | null

  @Column({ ...word(20), nullable: true })
  receptionWord!: string | null

  @Column({ ...word(60), nullable: true })
  receptionPlace!: string | null

  @Column({ ...word(20), nullable: true })
  receptionTime!: string | null

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

  @Column({ ...word(40), nullable: true })
  mapPlace!: string | null

  @Column({ ...word(20), nullable: true })
  managerName!: string | null

  @Column({ ...word(20), nullable: true })
  officerName!: string | null

  @Column({ ...word(20), nullable: true })
  officerPhone!: string | null

  @Column({ ...digest, nullable: true })
  photoDigest!: string | null
}
