import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { idColumn, instant, moreBytes } from '../../columns'

/** A picture of a place, as it is shown: re-encoded, without any data of the camera. */
@Entity('photo')
@Index('photo_unused', ['usedAt', 'uploadedAt'])
export class Photo {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  /** Who uploaded it. */
  @Column(idColumn)
  personId!: string

  @Column(moreBytes)
  jpeg!: Buffer

  @Column(instant)
  uploadedAt!: Date

  /** When a reply or a consultation took it in; until then it may be forgotten. */
  @Column({ ...instant, nullable: true })
  usedAt!: Date | null

  @Column({ ...idColumn, nullable: true })
  checkId!: string | null
}
