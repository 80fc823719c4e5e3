import { Entity, PrimaryColumn } from 'typeorm'
import { idColumn } from '../../columns'

/** A deputy who takes part in a site review. */
@Entity('site_review_deputy')
export class SiteReviewDeputy {
  @PrimaryColumn(idColumn)
  siteReviewId!: string

  @PrimaryColumn(idColumn)
  personId!: string
}
