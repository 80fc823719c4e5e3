import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { digest, idColumn, instant } from '../../columns'

/** Stands in once for a time-based code. */
@Entity('recovery_code')
@Index('recovery_code_account', ['accountId'])
export class RecoveryCode {
  @PrimaryColumn(digest)
  codeDigest!: string

  @Column(idColumn)
  accountId!: string

  @Column({ ...instant, nullable: true })
  usedAt!: Date | null
}
