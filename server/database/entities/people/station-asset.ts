import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** Something that a station has or has handed out. */
@Entity('station_asset')
@Index('station_asset_name', ['townId', 'name'])
export class StationAsset {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  liaisonStationId!: string

  @Column(word(20))
  assetKind!: string

  @Column(word(40))
  name!: string

  @Column(count)
  quantity!: number

  @Column({ ...word(20), nullable: true })
  assetState!: string | null

  @Column({ ...day, nullable: true })
  receivedOn!: string | null

  @Column({ ...word(20), nullable: true })
  receivedBy!: string | null

  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null
}
