import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant } from '../../columns'

/** A file beside what was typed for a resident or a deputy. */
@Entity('opinion_paper')
@Index('opinion_paper_opinion', ['residentOpinionId', 'at'])
export class OpinionPaper {
  @PrimaryColumn(idColumn)
  photoId!: string

  @Column(idColumn)
  residentOpinionId!: string

  /** Of the step that it belongs to. */
  @Column(instant)
  at!: Date

  @Column(count)
  position!: number
}
