import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { ToldHow as How, UntoldReason } from '../../../../shared/matters/told-how/words'
import type { Day } from '../../../../shared/rules/days'
import { count, day, idColumn, word } from '../../columns'

/** That a resident was told what became of a matter, or why they could not be: one for each time that it ended. */
@Entity('told_how')
@Index('told_how_town', ['townId', 'endedOn'])
@Index('told_how_opinion', ['residentOpinionId', 'endNo'])
@Index('told_how_open', ['openForId'], { unique: true })
export class ToldHow {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  residentOpinionId!: string

  /** The how manieth end of it, from 1. */
  @Column(count)
  endNo!: number

  /** Its matter as long as it may still be told of this end; there is one at a time. */
  @Column({ ...idColumn, nullable: true })
  openForId!: string | null

  @Column(day)
  endedOn!: Day

  @Column({ ...word(20), nullable: true })
  how!: How | null

  @Column({ ...day, nullable: true })
  toldOn!: Day | null

  /** Null where the resident opened it. */
  @Column({ ...idColumn, nullable: true })
  toldById!: string | null

  @Column({ ...word(20), nullable: true })
  inWords!: 'asWritten' | 'own' | null

  /** What they said to it. */
  @Column({ ...word(300), nullable: true })
  said!: string | null

  @Column({ ...word(20), nullable: true })
  because!: UntoldReason | null

  /** What was tried. */
  @Column({ ...word(200), nullable: true })
  tried!: string | null
}
