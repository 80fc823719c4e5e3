import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, longText } from '../../columns'

/** What one group says to a question that went to all of them; without figures as long as it has not. */
@Entity('group_answer')
@Index('group_answer_question', ['groupQuestionId', 'position'])
export class GroupAnswer {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  groupQuestionId!: string

  @Column(idColumn)
  deputyGroupId!: string

  @Column(count)
  position!: number

  @Column({ ...count, nullable: true })
  inFavour!: number | null

  @Column({ ...count, nullable: true })
  against!: number | null

  @Column({ ...count, nullable: true })
  noOpinion!: number | null

  @Column({ ...longText, nullable: true })
  reasons!: string | null

  @Column({ ...longText, nullable: true })
  proposals!: string | null

  @Column({ ...instant, nullable: true })
  answeredAt!: Date | null
}
