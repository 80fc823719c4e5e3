import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { Day } from '../../../../shared/rules/days'
import type { ReadingWay } from '../../../../shared/words/aloud'
import { day, idColumn, word } from '../../columns'

/** That what is public of a suggestion was read out, or hung up, for those who never open the app. */
@Entity('reading')
@Index('reading_suggestion', ['suggestionId', 'readOn'])
export class Reading {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  suggestionId!: string

  /** Null: in the whole town. */
  @Column({ ...idColumn, nullable: true })
  villageId!: string | null

  @Column(word(20))
  how!: ReadingWay

  @Column(day)
  readOn!: Day

  /** Who stood at the microphone: often nobody of the register. */
  @Column(word(20))
  readBy!: string

  @Column({ ...idColumn, nullable: true })
  typedById!: string | null
}
