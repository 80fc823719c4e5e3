import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, instant, longText, word } from '../../columns'

/** 延办反馈书: one for a round. `deadlineBefore` is the deadline that stood when it was asked for. */
@Entity('extension')
export class Extension {
  @PrimaryColumn(idColumn)
  suggestionId!: string

  @PrimaryColumn(count)
  roundNo!: number

  @Column(longText)
  reason!: string

  @Column(longText)
  measures!: string

  @Column(day)
  latestOn!: string

  @Column(word(120))
  publicReason!: string

  @Column(day)
  deadlineBefore!: string

  @Column(instant)
  requestedAt!: Date

  @Column(word(10))
  answer!: string

  @Column({ ...day, nullable: true })
  grantedUntil!: string | null

  @Column({ ...longText, nullable: true })
  decisionReason!: string | null

  @Column({ ...instant, nullable: true })
  decidedAt!: Date | null
}
