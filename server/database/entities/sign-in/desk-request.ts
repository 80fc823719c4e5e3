import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { digest, idColumn, instant, word } from '../../columns'

/** A browser that asks to be let in: what its code shows, and what only the browser holds, both as digests. */
@Entity('desk_request')
@Index('desk_request_secret', ['secretDigest'], { unique: true })
@Index('desk_request_expires', ['expiresAt'])
export class DeskRequest {
  @PrimaryColumn(digest)
  sceneDigest!: string

  @Column(digest)
  secretDigest!: string

  /** Two digits that stand on both screens. */
  @Column(word(2))
  number!: string

  @Column(word(40))
  device!: string

  @Column(word(60))
  place!: string

  @Column(word(10))
  state!: 'open' | 'confirmed' | 'refused' | 'used'

  /** Who has confirmed. */
  @Column({ ...idColumn, nullable: true })
  accountId!: string | null

  @Column(instant)
  createdAt!: Date

  @Column(instant)
  expiresAt!: Date
}
