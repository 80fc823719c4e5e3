import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { digest, idColumn, instant, longText, word } from '../../columns'

/** Somebody is signed in: a phone by its token, a desk by its cookie. Only a digest of either is kept. */
@Entity('sign_in')
@Index('sign_in_account', ['accountId'])
@Index('sign_in_expires', ['expiresAt'])
export class SignIn {
  @PrimaryColumn(digest)
  tokenDigest!: string

  @Column(idColumn)
  accountId!: string

  @Column(instant)
  createdAt!: Date

  @Column(instant)
  expiresAt!: Date

  @Column({ ...word(5), default: 'phone' })
  kind!: 'phone' | 'desk'

  /** In words for people: “谷歌浏览器 · Windows 电脑”. */
  @Column({ ...word(40), nullable: true })
  device!: string | null

  /** The address, shortened. */
  @Column({ ...word(60), nullable: true })
  place!: string | null

  /** To the minute at a desk, to the hour on a phone. */
  @Column({ ...instant, nullable: true })
  lastUsedAt!: Date | null

  /** Of a desk: ids of the posts and running mandates that its person held. When one of them ends, this ends. */
  @Column({ ...longText, nullable: true })
  postsHeld!: string | null
}
