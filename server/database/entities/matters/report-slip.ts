import { Column, Entity, PrimaryColumn } from 'typeorm'
import { digest, flag, idColumn } from '../../columns'

/** That a slip was drawn, and whether it was handed in. Neither by whom nor when; all of them go with the round. */
@Entity('report_slip')
export class ReportSlip {
  @PrimaryColumn(idColumn)
  meetingId!: string

  @PrimaryColumn(digest)
  digest!: string

  @Column(flag)
  used!: boolean
}
