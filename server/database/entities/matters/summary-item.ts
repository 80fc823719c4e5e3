import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, flag, idColumn, longText, word } from '../../columns'

/** One item of a summary: several who said the same are one. */
@Entity('summary_item')
@Index('summary_item_summary', ['summaryId', 'position'])
export class SummaryItem {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  summaryId!: string

  @Column(count)
  position!: number

  @Column(word(500))
  text!: string

  @Column({ ...idColumn, nullable: true })
  unitId!: string | null

  @Column({ ...word(12), nullable: true })
  answerKind!: string | null

  @Column({ ...longText, nullable: true })
  answer!: string | null

  /** Why the presidium asks for another answer. */
  @Column({ ...word(300), nullable: true })
  missing!: string | null

  /** An answer is waited for. */
  @Column({ ...flag, default: 1 })
  isOpen!: boolean
}
