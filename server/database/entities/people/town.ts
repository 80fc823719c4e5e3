import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { idColumn, instant, word } from '../../columns'

/** The tenant: one township and its congress. */
@Entity('town')
@Index('town_name', ['name'], { unique: true })
export class Town {
  @PrimaryColumn(idColumn)
  id!: string

  @Column({ ...idColumn, nullable: true })
  countyId!: string | null

  @Column(word(40))
  name!: string

  @Column(word(20))
  profile!: string

  /** The rules that count for what begins now; written down when the first matter begins. */
  @Column({ ...idColumn, nullable: true })
  ruleSetId!: string | null

  /** The office wants no more to be told what a new town has to do. */
  @Column({ ...instant, nullable: true })
  firstStepsPutAwayAt!: Date | null
}
