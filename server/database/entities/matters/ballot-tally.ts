import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, idColumn, word } from '../../columns'

/**
 * How many votes a rating has in a ballot that is closed. There is no row for a single vote, so that not even the order
 * of rows can tell; and nothing of a ballot in which too few have voted.
 */
@Entity('ballot_tally')
export class BallotTally {
  @PrimaryColumn(idColumn)
  groupBallotId!: string

  @PrimaryColumn(word(20))
  rating!: string

  @Column(count)
  votes!: number
}
