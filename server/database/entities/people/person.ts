import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, digest, flag, idColumn, word } from '../../columns'

/** Somebody in the register of a town (or, with a county, of a county): deputy, office staff, unit staff. The phone is never public. */
@Entity('person')
@Index('person_town_name', ['townId', 'name', 'phone'])
@Index('person_group', ['deputyGroupId'])
@Index('person_account', ['accountId'])
@Index('person_place', ['townId', 'position', 'id'])
export class Person {
  @PrimaryColumn(idColumn)
  id!: string

  @Column({ ...idColumn, nullable: true })
  townId!: string | null

  @Column({ ...idColumn, nullable: true })
  countyId!: string | null

  @Column({ ...idColumn, nullable: true })
  accountId!: string | null

  @Column(word(20))
  name!: string

  @Column({ ...word(20), nullable: true })
  phone!: string | null

  @Column({ ...word(6), nullable: true })
  gender!: string | null

  @Column({ ...word(40), nullable: true })
  occupation!: string | null

  @Column({ ...idColumn, nullable: true })
  villageId!: string | null

  @Column({ ...idColumn, nullable: true })
  deputyGroupId!: string | null

  @Column(flag)
  groupLeader!: boolean

  @Column({ ...digest, nullable: true })
  portraitDigest!: string | null

  @Column(count)
  position!: number

  @Column({ ...count, nullable: true })
  birthYear!: number | null

  @Column({ ...word(20), nullable: true })
  occupationKind!: string | null

  @Column({ ...word(20), nullable: true })
  party!: string | null

  @Column({ ...word(20), nullable: true })
  education!: string | null

  /** Who it is in truth, where somebody was written down twice: all that named this row names that one. */
  @Column({ ...idColumn, nullable: true })
  mergedIntoId!: string | null

  @Column({ ...count, default: 0 })
  version!: number

  /** Nobody in the town any more. */
  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null
}
