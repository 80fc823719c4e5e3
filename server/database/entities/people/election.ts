import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** The electorate and the turnout of a district. */
@Entity('election')
@Index('election_day', ['townId', 'electedOn'])
export class Election {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  electoralDistrictId!: string

  @Column(day)
  electedOn!: string

  @Column(count)
  registeredVoters!: number

  @Column({ ...count, nullable: true })
  votesCast!: number | null

  @Column({ ...word(60), nullable: true })
  note!: string | null

  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null
}
