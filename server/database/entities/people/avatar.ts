import { Column, Entity, PrimaryColumn } from 'typeorm'
import { bytes, idColumn, instant } from '../../columns'

/** The picture that somebody chose for their own page, re-encoded. Nobody else sees it. */
@Entity('avatar')
export class Avatar {
  @PrimaryColumn(idColumn)
  townId!: string

  @PrimaryColumn(idColumn)
  accountId!: string

  @Column(bytes)
  jpeg!: Buffer

  @Column(instant)
  chosenAt!: Date
}
