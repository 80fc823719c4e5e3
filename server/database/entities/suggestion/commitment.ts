import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, instant, longText, word } from '../../columns'

/** 承诺事项 of a reply; a new row when the deputy is not satisfied with how it was kept. */
@Entity('commitment')
@Index('commitment_round', ['suggestionId', 'roundNo'])
export class Commitment {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  suggestionId!: string

  @Column(count)
  roundNo!: number

  @Column(word(200))
  promise!: string

  @Column(day)
  dueOn!: string

  @Column(instant)
  promisedAt!: Date

  @Column({ ...word(20), nullable: true })
  result!: string | null

  @Column({ ...longText, nullable: true })
  report!: string | null

  @Column({ ...word(120), nullable: true })
  publicResult!: string | null

  @Column({ ...instant, nullable: true })
  reportedAt!: Date | null

  @Column({ ...word(20), nullable: true })
  rating!: string | null

  @Column({ ...longText, nullable: true })
  ratingReason!: string | null

  @Column({ ...instant, nullable: true })
  endedAt!: Date | null

  /** How it ended, where it did: see `PromiseEnd`. */
  @Column({ ...word(20), nullable: true })
  endedHow!: string | null

  @Column({ ...idColumn, nullable: true })
  promiseCheckId!: string | null

  @Column({ ...idColumn, nullable: true })
  resultCheckId!: string | null
}
