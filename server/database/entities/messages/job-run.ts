import { Column, Entity, PrimaryColumn } from 'typeorm'
import { idColumn, instant, word } from '../../columns'

/** The lease and the last result of a job. */
@Entity('job_run')
export class JobRun {
  @PrimaryColumn(word(30))
  name!: string

  @Column({ ...idColumn, nullable: true })
  leaseToken!: string | null

  @Column({ ...instant, nullable: true })
  leasedUntil!: Date | null

  @Column({ ...instant, nullable: true })
  startedAt!: Date | null

  @Column({ ...instant, nullable: true })
  endedAt!: Date | null

  @Column({ ...word(500), nullable: true })
  lastError!: string | null
}
