import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, flag, idColumn, word } from '../../columns'

/**
 * Where a photo or a file belongs: to one version of a reply, to a consultation, to the text, or to a report of progress.
 * A corrected reply keeps those it had.
 */
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

  /** Of a report of progress: its event. */
  @Column({ ...count, nullable: true })
  eventVersion!: number | null

  /** Of a file of a reply: its writer wants everyone to be able to take it. */
  @Column(flag)
  isOpen!: boolean

  @Column(count)
  position!: number
}
