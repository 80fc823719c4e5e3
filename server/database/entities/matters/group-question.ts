import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { day, idColumn, word } from '../../columns'

/** 请各组讨论: one question to all groups. */
@Entity('group_question')
@Index('group_question_town', ['townId', 'id'])
export class GroupQuestion {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(word(300))
  question!: string

  @Column(day)
  until!: string

  @Column(idColumn)
  ruleSetId!: string
}
