import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, longText, word } from '../../columns'

/** What a reply said before it was corrected. */
@Entity('reply_version')
export class ReplyVersion {
  @PrimaryColumn(idColumn)
  suggestionId!: string

  @PrimaryColumn(count)
  roundNo!: number

  @PrimaryColumn(count)
  version!: number

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

  @Column({ ...word(20), nullable: true })
  ground!: string | null

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

  @Column(idColumn)
  personId!: string

  @Column(instant)
  at!: Date
}
