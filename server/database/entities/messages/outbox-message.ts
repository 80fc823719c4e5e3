import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, flag, idColumn, instant, word } from '../../columns'

/** A WeChat push that is owed. One row per person and message, written with the step. */
@Entity('outbox_message')
@Index('outbox_message_due', ['state', 'availableAt'])
@Index('outbox_message_push', ['state', 'push', 'availableAt', 'id'])
@Index('outbox_message_recipient', ['recipientId', 'state'])
@Index('outbox_message_wechat', ['wechatMessageId'])
@Index('outbox_message_inbox', ['inboxMessageId'], { unique: true })
@Index('outbox_message_town', ['townId', 'state', 'createdAt'])
export class OutboxMessage {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  inboxMessageId!: string

  @Column(idColumn)
  recipientId!: string

  @Column(word(10))
  recipientKind!: string

  /** Of what a resident is told: the message that it is about. */
  @Column({ ...idColumn, nullable: true })
  residentOpinionId!: string | null

  @Column(word(12))
  push!: string

  @Column(word(32))
  number!: string

  @Column(word(120))
  page!: string

  @Column(word(10))
  state!: string

  @Column({ ...word(200), nullable: true })
  reason!: string | null

  @Column(count)
  attempts!: number

  @Column(instant)
  availableAt!: Date

  @Column({ ...idColumn, nullable: true })
  leaseToken!: string | null

  @Column({ ...instant, nullable: true })
  leasedUntil!: Date | null

  @Column(instant)
  createdAt!: Date

  @Column({ ...instant, nullable: true })
  endedAt!: Date | null

  @Column({ ...word(32), nullable: true })
  wechatMessageId!: string | null

  /** A send of it brought no answer, so that WeChat may have taken it all the same. */
  @Column(flag)
  uncertain!: boolean

  /** How the office told it where WeChat could not. */
  @Column({ ...word(10), nullable: true })
  toldHow!: string | null

  @Column({ ...idColumn, nullable: true })
  toldById!: string | null

  @Column({ ...instant, nullable: true })
  toldAt!: Date | null
}
