import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, digest, instant } from '../../columns'

/** How often a password did not fit of late, by name and by address. */
@Entity('sign_in_failure')
@Index('sign_in_failure_ends', ['endsAt'])
export class SignInFailure {
  /** Digest of the name or of the address: neither can be read from it. */
  @PrimaryColumn(digest)
  madeBy!: string

  @Column(count)
  failures!: number

  /** Fifteen minutes after the last one. */
  @Column(instant)
  endsAt!: Date
}
