import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, longText, word } from '../../columns'

/** 三关: one verdict of the office or the presidium. */
@Entity('review')
@Index('review_suggestion', ['suggestionId', 'version'], { unique: true })
export class Review {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  suggestionId!: string

  @Column(count)
  version!: number

  @Column(word(10))
  verdict!: string

  @Column({ ...word(30), nullable: true })
  ground!: string | null

  @Column({ ...longText, nullable: true })
  reason!: string | null

  /** What becomes of a matter that is not accepted, and which unit gets it as a letter. */
  @Column({ ...word(20), nullable: true })
  disposition!: string | null

  @Column({ ...idColumn, nullable: true })
  letterUnitId!: string | null

  @Column(idColumn)
  personId!: string

  @Column(instant)
  at!: Date
}
