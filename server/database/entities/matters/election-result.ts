import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, longText, word } from '../../columns'

/** 选举结果, as it was counted in the hall. It is never changed; who is elected follows from it. */
@Entity('election_result')
@Index('election_result_meeting', ['meetingId', 'notedAt'])
export class ElectionResult {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  meetingId!: string

  @Column(idColumn)
  agendaItemId!: string

  @Column(word(30))
  office!: string

  @Column(count)
  seats!: number

  /** Frozen as they were then. */
  @Column(count)
  inOffice!: number

  @Column(count)
  present!: number

  @Column(count)
  issued!: number

  @Column(count)
  returned!: number

  @Column(count)
  valid!: number

  /** Each who was voted for, as JSON: it is read whole, and looked for by nobody. */
  @Column(longText)
  counted!: string

  @Column(instant)
  notedAt!: Date

  @Column({ ...idColumn, nullable: true })
  notedById!: string | null
}
