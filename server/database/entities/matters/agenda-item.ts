import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, word } from '../../columns'

/** 议程: one item of a meeting that votes, and what became of it. */
@Entity('agenda_item')
@Index('agenda_item_meeting', ['meetingId', 'position'])
export class AgendaItem {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  meetingId!: string

  @Column(count)
  position!: number

  @Column(word(60))
  title!: string

  @Column({ ...word(12), nullable: true })
  outcome!: string | null

  @Column({ ...word(300), nullable: true })
  outcomeNote!: string | null

  /** Put off: on the agenda of which meeting it stands again. */
  @Column({ ...idColumn, nullable: true })
  carriedToId!: string | null

  /** Of an earlier meeting, what was given to somebody and is talked about here. */
  @Column({ ...idColumn, nullable: true })
  resolutionId!: string | null
}
