import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { idColumn, instant, moreBytes, word } from '../../columns'

/** A printed 小程序码: where it leads, and the picture as WeChat drew it, so that printing again asks nobody. */
@Entity('qr_code')
@Index('qr_code_target', ['townId', 'targetKind', 'targetId'])
@Index('qr_code_live', ['liveFor'], { unique: true })
export class QrCode {
  /** What stands in the picture. It tells nothing of what it leads to. */
  @PrimaryColumn(word(32))
  scene!: string

  @Column(idColumn)
  townId!: string

  @Column(word(10))
  targetKind!: string

  @Column(idColumn)
  targetId!: string

  /** Kind and id of the target while the code is in force, so that there is one at a time; null once it is revoked. */
  @Column({ ...word(40), nullable: true })
  liveFor!: string | null

  @Column(word(20))
  contentType!: string

  @Column(moreBytes)
  image!: Buffer

  @Column(instant)
  createdAt!: Date

  @Column(idColumn)
  createdById!: string

  @Column({ ...instant, nullable: true })
  revokedAt!: Date | null

  @Column({ ...idColumn, nullable: true })
  revokedById!: string | null

  @Column({ ...word(60), nullable: true })
  revokedBecause!: string | null
}
