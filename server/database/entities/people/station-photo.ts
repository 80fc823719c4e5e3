import { Column, Entity, PrimaryColumn } from 'typeorm'
import { digest, idColumn, moreBytes } from '../../columns'

/** What a station looks like from outside: re-encoded, without any data of the camera. */
@Entity('station_photo')
export class StationPhoto {
  @PrimaryColumn(idColumn)
  liaisonStationId!: string

  @Column(digest)
  digest!: string

  @Column(moreBytes)
  jpeg!: Buffer
}
