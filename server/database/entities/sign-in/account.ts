import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { digest, idColumn, instant, word } from '../../columns'

/** One WeChat user of this mini-program. The openid is used for sending only; look-ups go by its digest. */
@Entity('account')
@Index('account_openid_digest', ['openidDigest'], { unique: true })
export class Account {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(word(64))
  openid!: string

  @Column(digest)
  openidDigest!: string

  @Column(instant)
  createdAt!: Date
}
