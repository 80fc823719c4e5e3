import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { day, idColumn, instant, word } from '../../columns'

/** Who stands to a matter, as what, and whether it is their turn: derived by the engine and written by difference. */
@Entity('matter_holder')
@Index('matter_holder_lane', ['townId', 'holder', 'lane', 'at', 'kind', 'matterId'])
export class MatterHolder {
  @PrimaryColumn(idColumn)
  matterId!: string

  /** `person:…`, `unit:…`, `post:…`, `group:…`, `resident:…` or `system`. */
  @PrimaryColumn(word(40))
  holder!: string

  @PrimaryColumn(word(20))
  party!: string

  /** The row counts from this day to `untilOn`, so that a turn which passes by itself is right at midnight. */
  @PrimaryColumn(day)
  fromOn!: string

  @Column(day)
  untilOn!: string

  @Column(idColumn)
  townId!: string

  @Column(word(20))
  kind!: string

  /** `mine`, `others` or `ended`. */
  @Column(word(8))
  lane!: string

  /** Its place in the lane: the instant from which it is late, or at which it ended. */
  @Column(instant)
  at!: Date

  /** From when it counts as close. */
  @Column({ ...instant, nullable: true })
  soonAt!: Date | null

  /** The one next step of whoever is awaited. */
  @Column({ ...word(30), nullable: true })
  step!: string | null
}
