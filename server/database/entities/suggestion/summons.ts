import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, instant, longText, word } from '../../columns'

/** 约见 of a unit’s head: when, what was asked, what was answered. */
@Entity('summons')
export class Summons {
  @PrimaryColumn(idColumn)
  suggestionId!: string

  @PrimaryColumn(count)
  roundNo!: number

  @Column(day)
  heldOn!: string

  @Column(word(120))
  place!: string

  @Column(longText)
  questions!: string

  @Column({ ...word(60), nullable: true })
  attendee!: string | null

  @Column({ ...longText, nullable: true })
  answers!: string | null

  @Column({ ...instant, nullable: true })
  recordedAt!: Date | null
}
