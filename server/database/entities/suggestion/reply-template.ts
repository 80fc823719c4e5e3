import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { Outcome, SuggestionKind } from '../../../../shared/words/words'
import { count, day, idColumn, longText, word } from '../../columns'

/** 答复范文: how a reply of this outcome may be worded. Whoever takes one begins with a copy of it. */
@Entity('reply_template')
@Index('reply_template_name', ['townId', 'name'])
export class ReplyTemplate {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(word(40))
  name!: string

  @Column(word(20))
  outcome!: Outcome

  /** null for whatever kind of suggestion. */
  @Column({ ...word(20), nullable: true })
  kind!: SuggestionKind | null

  @Column(longText)
  text!: string

  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null
}
