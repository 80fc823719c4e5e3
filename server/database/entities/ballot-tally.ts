import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, idColumn, word } from '../columns'

/** How many votes a rating has. There is no row for a single vote, so that not even the order of rows can tell. */
@Entity('ballot_tally')
export class BallotTally {
  @PrimaryColumn(idColumn)
  groupBallotId!: string

  @PrimaryColumn(word(20))
  rating!: string

  @Column(count)
  votes!: number
}
