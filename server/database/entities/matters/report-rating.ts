import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, longText, word } from '../../columns'

/**
 * A rating that is on, or is being counted. It has a row of its own, so that a vote writes nothing else than this and the
 * mark of its slip: no time, no account, no order. With the result it is gone.
 */
@Entity('report_rating')
@Index('report_rating_code', ['townId', 'roomCode'], { unique: true })
export class ReportRating {
  @PrimaryColumn(idColumn)
  meetingId!: string

  @Column(idColumn)
  townId!: string

  @Column(word(6))
  roomCode!: string

  /** So many phones may draw one: those present without those who have paper. */
  @Column(count)
  phoneSlips!: number

  @Column(count)
  drawn!: number

  @Column(count)
  used!: number

  @Column(longText)
  sealedTally!: string

  /** What each of the tellers has counted on paper. */
  @Column({ ...longText, nullable: true })
  firstCount!: string | null

  @Column({ ...longText, nullable: true })
  secondCount!: string | null
}
