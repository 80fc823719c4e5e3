import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { idColumn, instant, word } from '../../columns'

/** An account that writes to deputies in one town; what it is called there is only proposed for its next message. */
@Entity('resident')
@Index('resident_town_account', ['townId', 'accountId'], { unique: true })
export class Resident {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  /** Of somebody without a phone there is none. */
  @Column({ ...idColumn, nullable: true })
  accountId!: string | null

  @Column({ ...word(20), nullable: true })
  name!: string | null

  @Column({ ...word(20), nullable: true })
  phone!: string | null

  @Column({ ...idColumn, nullable: true })
  villageId!: string | null

  @Column(instant)
  createdAt!: Date
}
