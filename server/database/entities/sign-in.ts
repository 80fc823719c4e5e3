import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { digest, idColumn, instant } from '../columns'

/** A token that was issued; only its digest is kept. */
@Entity('sign_in')
@Index('sign_in_account', ['accountId'])
export class SignIn {
  @PrimaryColumn(digest)
  tokenDigest!: string

  @Column(idColumn)
  accountId!: string

  @Column(instant)
  createdAt!: Date

  @Column(instant)
  expiresAt!: Date
}
