import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, flag, idColumn, instant, longText, word } from '../../columns'

/** 退办申请: what the unit asked, and what was decided. Keeps the clock that ran until then. */
@Entity('return_request')
@Index('return_request_round', ['suggestionId', 'roundNo'])
export class ReturnRequest {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  suggestionId!: string

  @Column(count)
  roundNo!: number

  @Column(idColumn)
  handlingUnitId!: string

  @Column(longText)
  reason!: string

  @Column(idColumn)
  proposedUnitId!: string

  @Column(day)
  handedOverOn!: string

  @Column(day)
  deadlineOn!: string

  @Column(instant)
  requestedAt!: Date

  @Column(word(10))
  answer!: string

  @Column({ ...idColumn, nullable: true })
  newUnitId!: string | null

  @Column({ ...longText, nullable: true })
  decisionReason!: string | null

  @Column({ ...instant, nullable: true })
  decidedAt!: Date | null

  /** The office has changed the unit without having been asked. */
  @Column(flag)
  byOffice!: boolean
}
