import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { digest, idColumn, instant } from '../../columns'

/** A code that a server without a town has shown in its terminal: with it the first clerk begins. Only its keyed digest is kept. */
@Entity('start_code')
@Index('start_code_digest', ['codeDigest'])
export class StartCode {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(digest)
  codeDigest!: string

  @Column(instant)
  expiresAt!: Date

  @Column({ ...instant, nullable: true })
  endedAt!: Date | null
}
