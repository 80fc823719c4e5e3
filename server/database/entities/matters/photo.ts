import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, moreBytes, word } from '../../columns'

/**
 * A picture of a place, as it is shown: re-encoded, without any data of the camera. One that has a name is a file that
 * is only ever taken away as such, and never shown.
 */
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

  @Column({ ...word(120), nullable: true })
  fileName!: string | null

  @Column({ ...word(10), nullable: true })
  fileKind!: string | null

  @Column({ ...count, nullable: true })
  fileBytes!: number | null

  @Column(instant)
  uploadedAt!: Date

  /** When something took it in; until then it may be forgotten. */
  @Column({ ...instant, nullable: true })
  usedAt!: Date | null

  @Column({ ...idColumn, nullable: true })
  checkId!: string | null

  /** The picture that everyone sees in the place of this one, where somebody has blurred it. */
  @Column({ ...idColumn, nullable: true })
  shownId!: string | null

  /** The picture that this one was made of. */
  @Column({ ...idColumn, nullable: true })
  blursId!: string | null
}
