import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, flag, idColumn, word } from '../../columns'

/** 办实事: what a deputy did for somebody, for himself and the office. */
@Entity('good_deed')
@Index('good_deed_order', ['townId', 'doneOn', 'id'])
@Index('good_deed_own', ['townId', 'deputyId', 'doneOn', 'id'])
export class GoodDeed {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  deputyId!: string

  @Column(word(20))
  deedKind!: string

  @Column(word(60))
  title!: string

  @Column(day)
  doneOn!: string

  @Column({ ...idColumn, nullable: true })
  villageId!: string | null

  @Column({ ...idColumn, nullable: true })
  areaId!: string | null

  @Column({ ...count, nullable: true })
  persons!: number | null

  @Column({ ...count, nullable: true })
  cost!: number | null

  @Column({ ...word(20), nullable: true })
  disputeKind!: string | null

  @Column({ ...word(40), nullable: true })
  sides!: string | null

  @Column({ ...word(20), nullable: true })
  householdCode!: string | null

  @Column({ ...word(300), nullable: true })
  progress!: string | null

  @Column({ ...day, nullable: true })
  riskEndedOn!: string | null

  @Column({ ...word(100), nullable: true })
  result!: string | null

  @Column(flag)
  confirmed!: boolean

  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null
}
