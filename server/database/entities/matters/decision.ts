import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, longText, word } from '../../columns'

/** 表决: what was voted on and how many said what. It is never changed; whether it passed follows from it. */
@Entity('decision')
@Index('decision_meeting', ['meetingId', 'decidedAt'])
export class Decision {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  meetingId!: string

  @Column(idColumn)
  agendaItemId!: string

  @Column(longText)
  text!: string

  @Column(word(12))
  method!: string

  /** Frozen as they were then: whoever leaves office later changes nothing of it. */
  @Column(count)
  inOffice!: number

  @Column(count)
  present!: number

  @Column(count)
  yes!: number

  @Column(count)
  no!: number

  @Column(count)
  abstain!: number

  @Column(instant)
  decidedAt!: Date

  @Column({ ...idColumn, nullable: true })
  notedById!: string | null
}
