import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, longText } from '../../columns'

/** A suggestion that a site review looks at, and what was found. */
@Entity('site_review_matter')
@Index('site_review_matter_suggestion', ['suggestionId'])
export class SiteReviewMatter {
  @PrimaryColumn(idColumn)
  siteReviewId!: string

  @PrimaryColumn(idColumn)
  suggestionId!: string

  @Column(count)
  position!: number

  @Column({ ...longText, nullable: true })
  finding!: string | null

  @Column({ ...idColumn, nullable: true })
  personId!: string | null

  @Column({ ...instant, nullable: true })
  recordedAt!: Date | null
}
