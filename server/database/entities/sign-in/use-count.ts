import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, digest, instant } from '../../columns'

/** How often something was done within a span that has a limit; forgotten when the span has ended. */
@Entity('use_count')
@Index('use_count_ends', ['endsAt'])
export class UseCount {
  /** Digest of what is limited and of whom: no address and no account can be read from it. */
  @PrimaryColumn(digest)
  usedBy!: string

  @Column(count)
  used!: number

  @Column(instant)
  endsAt!: Date
}
