import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { digest, idColumn, instant, longText, word } from '../../columns'

/** What WeChat told us of its own accord, as it came; read later, so that WeChat never waits. */
@Entity('wechat_event')
@Index('wechat_event_digest', ['eventDigest'], { unique: true })
@Index('wechat_event_aside', ['setAsideFor'])
@Index('wechat_event_unread', ['readAt', 'receivedAt'])
export class WechatEventRow {
  @PrimaryColumn(idColumn)
  id!: string

  /** The same for every delivery of the same event. */
  @Column(digest)
  eventDigest!: string

  @Column(word(60))
  name!: string

  @Column(longText)
  raw!: string

  @Column(instant)
  receivedAt!: Date

  @Column({ ...instant, nullable: true })
  readAt!: Date | null

  /** Why it could not be made out. */
  @Column({ ...word(200), nullable: true })
  setAsideFor!: string | null
}
