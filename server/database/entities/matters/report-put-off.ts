import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** For this mandate nobody reports before a year, or at all. */
@Entity('report_put_off')
export class ReportPutOff {
  @PrimaryColumn(idColumn)
  mandateId!: string

  @Column(idColumn)
  townId!: string

  /** Null where it is for good. */
  @Column({ ...count, nullable: true })
  notBefore!: number | null

  @Column(word(200))
  reason!: string

  @Column(day)
  putOffOn!: string
}
