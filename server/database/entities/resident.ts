import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { idColumn, instant, word } from '../columns'

/** Somebody who wrote to a deputy in one town, with what they chose to tell. Never public. */
@Entity('resident')
@Index('resident_town_account', ['townId', 'accountId'], { unique: true })
export class Resident {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  accountId!: string

  @Column({ ...word(20), nullable: true })
  name!: string | null

  @Column({ ...word(20), nullable: true })
  phone!: string | null

  @Column({ ...idColumn, nullable: true })
  villageId!: string | null

  @Column(instant)
  createdAt!: Date
}
