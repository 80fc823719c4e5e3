import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { day, idColumn, instant, longText, word } from '../../columns'

/** 办理情况报告 as it was given: whatever is counted later, it says what it said. The last one of a year counts. */
@Entity('given_report')
@Index('given_report_year', ['townId', 'reportYear', 'givenAt', 'id'])
export class GivenReport {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(word(4))
  reportYear!: string

  /** The `Paper`, as JSON. */
  @Column(longText)
  content!: string

  @Column(day)
  givenOn!: string

  @Column(idColumn)
  personId!: string

  @Column(instant)
  givenAt!: Date
}
