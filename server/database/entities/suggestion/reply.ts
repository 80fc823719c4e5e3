import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, longText, word } from '../../columns'

/** The reply of a round. */
@Entity('reply')
@Index('reply_result_check', ['resultCheckId'])
@Index('reply_to_see_check', ['toSeeCheckId'])
@Index('reply_round', ['suggestionId', 'roundNo'], { unique: true })
export class Reply {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  suggestionId!: string

  @Column(count)
  roundNo!: number

  @Column(word(20))
  outcome!: string

  @Column(word(60))
  documentNo!: string

  @Column(longText)
  text!: string

  @Column(word(120))
  publicResult!: string

  @Column(word(20))
  signer!: string

  @Column(idColumn)
  personId!: string

  @Column(instant)
  at!: Date

  /** 1, and one more with each correction; what it said before is in `reply_version`. */
  @Column({ ...count, default: 1 })
  version!: number

  /** Why it cannot be done. */
  @Column({ ...word(20), nullable: true })
  ground!: string | null

  /** What came of it, where it can be measured. */
  /** Where it says “solved”: what one can go and see. */
  @Column({ ...word(120), nullable: true })
  toSee!: string | null

  /** What it took: how often somebody went, and how often a vehicle did. */
  @Column({ ...count, nullable: true })
  personTimes!: number | null

  @Column({ ...count, nullable: true })
  vehicleTrips!: number | null

  @Column({ ...count, nullable: true })
  fundsYuan!: number | null

  @Column({ ...count, nullable: true })
  lengthMetres!: number | null

  @Column({ ...count, nullable: true })
  beneficiaries!: number | null

  @Column({ ...idColumn, nullable: true })
  resultCheckId!: string | null

  @Column({ ...idColumn, nullable: true })
  toSeeCheckId!: string | null
}
