import { Column, Entity, PrimaryColumn } from 'typeorm'
import { bytes, digest, idColumn } from '../../columns'

/** A deputy’s portrait as it is shown: small, re-encoded, without any data of the camera. */
@Entity('portrait')
export class Portrait {
  @PrimaryColumn(idColumn)
  personId!: string

  @Column(digest)
  digest!: string

  @Column(bytes)
  jpeg!: Buffer
}
