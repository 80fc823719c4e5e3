import { Column, Entity, PrimaryColumn } from 'typeorm'
import { flag, idColumn, longText, word } from '../../columns'

/** How one of the three checks went in a review; who checked is the person of the review. */
@Entity('review_check')
export class ReviewCheck {
  @PrimaryColumn(idColumn)
  reviewId!: string

  @PrimaryColumn(word(10))
  checkName!: string

  @Column(flag)
  passed!: boolean

  @Column({ ...longText, nullable: true })
  note!: string | null
}
