import type { Reminder } from '../../../../shared/api/inbox'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, word } from '../../columns'

/** What one person was told. The record; a push is only a nudge towards it. The recipient is a person or a resident. */
@Entity('inbox_message')
@Index('inbox_message_recipient', ['recipientId', 'createdAt', 'id'])
export class InboxMessage {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  recipientId!: string

  @Column(word(10))
  recipientKind!: string

  @Column(word(120))
  page!: string

  @Column(word(600))
  text!: string

  @Column(instant)
  createdAt!: Date

  @Column({ ...instant, nullable: true })
  readAt!: Date | null

  /** Of a reminder: those of one name are one message a day. */
  @Column({ ...word(60), nullable: true })
  together!: string | null

  /** Of how many matters it tells. */
  @Column({ ...count, default: 1 })
  toldOf!: number

  /** What the clock reminded of; null where somebody did something. */
  @Column({ ...word(10), nullable: true })
  reminder!: Reminder | null
}
