import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** 代表职务: one person may hold several, at different levels. */
@Entity('mandate')
@Index('mandate_town_level', ['townId', 'congressLevel'])
@Index('mandate_person', ['personId'])
@Index('mandate_place', ['townId', 'place', 'id'])
export class Mandate {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  personId!: string

  @Column(word(20))
  congressLevel!: string

  @Column({ ...idColumn, nullable: true })
  electoralDistrictId!: string | null

  @Column({ ...word(40), nullable: true })
  certificateNo!: string | null

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null

  @Column({ ...word(20), nullable: true })
  endedKind!: string | null

  @Column({ ...word(60), nullable: true })
  endedPaper!: string | null

  @Column({ ...day, nullable: true })
  begunOn!: string | null

  @Column({ ...word(60), nullable: true })
  paper!: string | null

  @Column({ ...word(20), nullable: true })
  electedHow!: string | null

  /** Nothing is done as a deputy from this day on, until it is taken back. */
  @Column({ ...day, nullable: true })
  suspendedOn!: string | null

  @Column({ ...word(100), nullable: true })
  suspendedWhy!: string | null

  /** The mandate whose seat it fills. */
  @Column({ ...idColumn, nullable: true })
  fillsId!: string | null

  /** In the order of the roster. */
  @Column({ ...count, default: 0 })
  place!: number
}
