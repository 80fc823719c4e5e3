import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { day, idColumn, instant, word } from '../../columns'

/** 交办会: many suggestions handed over at once, on one list. */
@Entity('hand_over_meeting')
@Index('hand_over_meeting_town', ['townId', 'at', 'id'])
export class HandOverMeeting {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(day)
  heldOn!: string

  @Column(word(120))
  place!: string

  @Column(idColumn)
  personId!: string

  @Column(instant)
  at!: Date
}
