import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, word } from '../../columns'

/** Where a photo belongs: to one version of a reply, or to a consultation. A corrected reply keeps those it had. */
@Entity('photo_use')
@Index('photo_use_round', ['suggestionId', 'roundNo'])
@Index('photo_use_photo', ['photoId'])
export class PhotoUse {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  photoId!: string

  @Column(idColumn)
  suggestionId!: string

  @Column(count)
  roundNo!: number

  @Column(word(20))
  photoKind!: string

  @Column({ ...count, nullable: true })
  replyVersion!: number | null

  @Column({ ...idColumn, nullable: true })
  consultationId!: string | null

  @Column(count)
  position!: number
}
