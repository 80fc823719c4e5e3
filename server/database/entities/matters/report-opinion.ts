import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, longText } from '../../columns'

/** One thing that voters said of a report, without who; and what the deputy answers. */
@Entity('report_opinion')
@Index('report_opinion_report', ['reportId', 'position'])
@Index('report_opinion_text_check', ['textCheckId'])
@Index('report_opinion_answer_check', ['answerCheckId'])
export class ReportOpinion {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  reportId!: string

  @Column(count)
  position!: number

  @Column(longText)
  text!: string

  @Column({ ...longText, nullable: true })
  answer!: string | null

  /** The checks of both, once they are published. */
  @Column({ ...idColumn, nullable: true })
  textCheckId!: string | null

  @Column({ ...idColumn, nullable: true })
  answerCheckId!: string | null
}
