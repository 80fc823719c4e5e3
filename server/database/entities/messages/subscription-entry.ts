import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, word } from '../../columns'

/**
 * One line of the ledger of consents to WeChat messages: what somebody granted or refused and in which tap, what was
 * used, and what WeChat said about it. It explains and reminds; it never decides whether a push is tried.
 */
@Entity('subscription_entry')
@Index('subscription_entry_account', ['accountId', 'templateId', 'position'])
export class SubscriptionEntry {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  accountId!: string

  @Column(word(64))
  templateId!: string

  /** Of this person and template; several lines may be of one instant. */
  @Column(count)
  position!: number

  @Column(word(12))
  entry!: string

  /** Who says so: the phone, an event of WeChat, or the answer to a send. */
  @Column(word(8))
  source!: string

  /** The screen in whose tap it was asked. */
  @Column({ ...word(60), nullable: true })
  tap!: string | null

  @Column(instant)
  at!: Date
}
