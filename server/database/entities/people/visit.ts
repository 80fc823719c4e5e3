import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** 走访: what a deputy has noted of a visit, for himself and the office. */
@Entity('visit')
@Index('visit_order', ['townId', 'visitedOn', 'id'])
@Index('visit_own', ['townId', 'deputyId', 'visitedOn', 'id'])
export class Visit {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  deputyId!: string

  @Column(day)
  visitedOn!: string

  @Column(word(20))
  visitKind!: string

  @Column({ ...idColumn, nullable: true })
  villageId!: string | null

  /** A part of that village, where somebody said so. */
  @Column({ ...idColumn, nullable: true })
  areaId!: string | null

  @Column(count)
  persons!: number

  @Column({ ...count, nullable: true })
  households!: number | null

  @Column({ ...word(20), nullable: true })
  caredFor!: string | null

  /** A recording, as an attachment. */
  @Column({ ...idColumn, nullable: true })
  voice!: string | null

  @Column({ ...word(500), nullable: true })
  said!: string | null

  @Column({ ...word(100), nullable: true })
  result!: string | null

  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null
}
