import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { idColumn, longText, word } from '../../columns'

/** 直接问单位: what a deputy asked a unit; where it stands is in `matter`, and what was answered in its events. */
@Entity('unit_line')
@Index('unit_line_town', ['townId', 'id'])
@Index('unit_line_deputy', ['deputyId'])
export class UnitLine {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  deputyId!: string

  @Column(idColumn)
  unitId!: string

  @Column(word(60))
  subject!: string

  @Column(longText)
  text!: string

  @Column({ ...idColumn, nullable: true })
  villageId!: string | null

  /** What came of it. */
  @Column({ ...idColumn, nullable: true })
  suggestionId!: string | null

  @Column({ ...idColumn, nullable: true })
  ruleSetId!: string | null
}
