import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** 第几届第几次人民代表大会会议: the series of suggestion numbers, in session and until the next one. */
@Entity('congress_session')
@Index('congress_session_number', ['townId', 'termNo', 'sessionNo'], { unique: true })
@Index('congress_session_opened', ['townId', 'openedOn'])
export class CongressSession {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(count)
  termNo!: number

  @Column(count)
  sessionNo!: number

  @Column(day)
  openedOn!: string

  /** Null while its last day is not known yet. */
  @Column({ ...day, nullable: true })
  closedOn!: string | null

  @Column({ ...count, default: 0 })
  version!: number

  /** Taken back: registered by mistake. */
  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null
}
