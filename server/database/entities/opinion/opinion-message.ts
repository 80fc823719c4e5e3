import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, flag, idColumn, instant, longText, word } from '../../columns'

/** One text of the conversation. */
@Entity('opinion_message')
@Index('opinion_message_deputy', ['deputyId'])
@Index('opinion_message_opinion', ['residentOpinionId', 'position'], { unique: true })
export class OpinionMessage {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  residentOpinionId!: string

  @Column(count)
  position!: number

  @Column(word(10))
  author!: string

  /** Of what a deputy said: which one. */
  @Column({ ...idColumn, nullable: true })
  deputyId!: string | null

  @Column(longText)
  text!: string

  @Column(instant)
  at!: Date

  /** Not shown to the resident: not checked yet, or sent back to its writer. */
  @Column(flag)
  withheld!: boolean
}
