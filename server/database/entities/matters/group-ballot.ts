import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, word } from '../../columns'

/** 小组评议: one ballot of a deputy group on the result of one round. */
@Entity('group_ballot')
@Index('group_ballot_round', ['suggestionId', 'roundNo'], { unique: true })
@Index('group_ballot_opened', ['townId', 'openedAt'])
export class GroupBallot {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  suggestionId!: string

  @Column(count)
  roundNo!: number

  @Column(idColumn)
  deputyGroupId!: string

  @Column(instant)
  openedAt!: Date

  /** Grows only while it is open. */
  @Column(count)
  voters!: number

  /** The votes while it is open, for nobody who has the database alone. */
  @Column({ ...word(120), nullable: true })
  sealedTally!: string | null
}
