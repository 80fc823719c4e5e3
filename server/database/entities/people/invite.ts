import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { digest, idColumn, instant } from '../../columns'

/** A single-use code that binds a person of the register to a WeChat account; only its keyed digest is kept. */
@Entity('invite')
@Index('invite_code_digest', ['codeDigest'], { unique: true })
@Index('invite_person', ['personId'])
export class Invite {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  personId!: string

  @Column(digest)
  codeDigest!: string

  @Column(instant)
  createdAt!: Date

  @Column(instant)
  expiresAt!: Date

  @Column({ ...instant, nullable: true })
  endedAt!: Date | null

  @Column({ ...idColumn, nullable: true })
  usedByAccountId!: string | null
}
