import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** What stands on the calendar and is no matter. */
@Entity('calendar_entry')
@Index('calendar_entry_day', ['townId', 'day', 'id'])
export class CalendarEntry {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(word(40))
  title!: string

  @Column(day)
  day!: string

  @Column({ ...day, nullable: true })
  until!: string | null

  @Column({ ...word(10), nullable: true })
  at!: string | null

  @Column({ ...word(60), nullable: true })
  place!: string | null

  @Column(word(10))
  audience!: string

  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null
}
