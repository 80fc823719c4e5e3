import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, digest, idColumn, instant, longText, word } from '../../columns'

/** A write that was done, so that a retry has no second effect. Kept seven days; its answer a day at most, sealed. */
@Entity('idempotency_key')
@Index('idempotency_key_created', ['createdAt'])
@Index('idempotency_key_answer', ['answerUntil'])
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

  @Column({ ...instant, nullable: true })
  answerUntil!: Date | null

  /** The matter that the answer showed. */
  @Column({ ...idColumn, nullable: true })
  madeId!: string | null

  @Column(instant)
  createdAt!: Date
}
