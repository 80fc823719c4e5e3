import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, longText, word } from '../../columns'

/** 审议发言: what was said to an item of an agenda, and where it stands in the summary. */
@Entity('deliberation_note')
@Index('deliberation_note_meeting', ['meetingId', 'position'])
export class DeliberationNote {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  meetingId!: string

  @Column(count)
  position!: number

  @Column(idColumn)
  agendaItemId!: string

  @Column({ ...idColumn, nullable: true })
  deputyGroupId!: string | null

  @Column(word(12))
  noteKind!: string

  @Column(longText)
  text!: string

  /** Whoever left the name hears the answer. */
  @Column({ ...idColumn, nullable: true })
  speakerId!: string | null

  @Column({ ...idColumn, nullable: true })
  byPersonId!: string | null

  @Column(instant)
  notedAt!: Date

  @Column({ ...idColumn, nullable: true })
  summaryItemId!: string | null

  @Column({ ...word(100), nullable: true })
  leftOut!: string | null
}
