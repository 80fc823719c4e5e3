import { Entity, PrimaryColumn } from 'typeorm'
import { idColumn } from '../../columns'

/** That somebody has voted. Neither what nor when: a time would lead to the moment in which a tally grew. */
@Entity('ballot_voter')
export class BallotVoter {
  @PrimaryColumn(idColumn)
  groupBallotId!: string

  @PrimaryColumn(idColumn)
  personId!: string
}
