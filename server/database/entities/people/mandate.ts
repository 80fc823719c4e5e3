import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { day, idColumn, word } from '../../columns'

/** 代表职务: one person may hold several, at different levels. */
@Entity('mandate')
@Index('mandate_town_level', ['townId', 'congressLevel'])
@Index('mandate_person', ['personId'])
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
}
