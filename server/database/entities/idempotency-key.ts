import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, digest, idColumn, instant, longText, word } from '../columns'

/** The answer that was given to a write, so that a retry gets the same one. Kept seven days. */
@Entity('idempotency_key')
@Index('idempotency_key_created', ['createdAt'])
export class IdempotencyKey {
  @PrimaryColumn(idColumn)
  actorId!: string

  @PrimaryColumn(word(64))
  requestKey!: string

  @Column(digest)
  bodyDigest!: string

  @Column(count)
  status!: number

  @Column({ ...longText, nullable: true })
  answer!: string | null

  @Column(instant)
  createdAt!: Date
}
