import { Entity, Index, PrimaryColumn } from 'typeorm'
import { idColumn } from '../../columns'

/** A deputy who takes part in a site review. */
@Entity('site_review_deputy')
@Index('site_review_deputy_person', ['personId'])
export class SiteReviewDeputy {
  @PrimaryColumn(idColumn)
  siteReviewId!: string

  @PrimaryColumn(idColumn)
  personId!: string
}
