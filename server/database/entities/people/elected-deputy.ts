import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, flag, idColumn, word } from '../../columns'

/** 新一届代表: elected, and a deputy from the first session of the term. */
@Entity('elected_deputy')
@Index('elected_deputy_place', ['townId', 'place', 'id'])
@Index('elected_deputy_person', ['personId'])
export class ElectedDeputy {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(count)
  termNo!: number

  @Column(idColumn)
  personId!: string

  @Column({ ...idColumn, nullable: true })
  electoralDistrictId!: string | null

  @Column({ ...word(40), nullable: true })
  certificateNo!: string | null

  @Column({ ...idColumn, nullable: true })
  deputyGroupId!: string | null

  @Column(flag)
  groupLeader!: boolean

  @Column({ ...word(60), nullable: true })
  paper!: string | null

  /** In the order of the list. */
  @Column({ ...count, default: 0 })
  place!: number

  /** The day of the first session, once the term has begun. */
  @Column({ ...day, nullable: true })
  begunOn!: string | null

  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null
}
