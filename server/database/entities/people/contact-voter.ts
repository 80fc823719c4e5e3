import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** 固定联系选民: known by name to their deputy and the office alone. */
@Entity('contact_voter')
@Index('contact_voter_order', ['townId', 'name', 'id'])
@Index('contact_voter_own', ['townId', 'deputyId', 'name', 'id'])
export class ContactVoter {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  deputyId!: string

  @Column(word(20))
  name!: string

  @Column({ ...word(24), nullable: true })
  phone!: string | null

  @Column(idColumn)
  villageId!: string

  /** A part of that village, where somebody said so. */
  @Column({ ...idColumn, nullable: true })
  areaId!: string | null

  @Column({ ...day, nullable: true })
  lastOn!: string | null

  @Column({ ...word(60), nullable: true })
  note!: string | null

  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null
}
