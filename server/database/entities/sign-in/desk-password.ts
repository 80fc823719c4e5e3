import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, digest, idColumn, instant, longText, word } from '../../columns'

/** The way in without the phone: name, password and time-based code. */
@Entity('desk_password')
@Index('desk_password_name', ['nameDigest'], { unique: true })
export class DeskPassword {
  @PrimaryColumn(idColumn)
  accountId!: string

  @Column(word(20))
  loginName!: string

  @Column(digest)
  nameDigest!: string

  @Column(word(200))
  passwordHash!: string

  /** The secret of the time-based codes, sealed. */
  @Column(longText)
  sealedSecret!: string

  /** The last time step whose code was used: each is good once. */
  @Column(count)
  lastStep!: number

  @Column(instant)
  createdAt!: Date
}
