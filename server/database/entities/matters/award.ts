import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, longText, word } from '../../columns'

/** A name that is put forward for praise; where it stands is in `matter`. One of person, group and suggestion is filled. */
@Entity('award')
@Index('award_town', ['townId', 'year', 'id'])
@Index('award_certificate', ['townId', 'certificateNo'], { unique: true })
@Index('award_person', ['personId', 'id'])
@Index('award_suggestion', ['suggestionId', 'id'])
export class Award {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(count)
  year!: number

  @Column(word(12))
  awardKind!: string

  @Column({ ...idColumn, nullable: true })
  honourCampaignId!: string | null

  /** Of the campaign, as it was called then. */
  @Column(word(20))
  title!: string

  /** As they stood, one a line. */
  @Column({ ...longText, nullable: true })
  criteria!: string | null

  @Column({ ...idColumn, nullable: true })
  personId!: string | null

  @Column({ ...idColumn, nullable: true })
  deputyGroupId!: string | null

  @Column({ ...idColumn, nullable: true })
  suggestionId!: string | null

  @Column(word(100))
  deeds!: string

  @Column({ ...day, nullable: true })
  noticeFrom!: string | null

  @Column({ ...day, nullable: true })
  noticeTo!: string | null

  @Column({ ...day, nullable: true })
  decideBy!: string | null

  @Column({ ...day, nullable: true })
  decidedOn!: string | null

  @Column({ ...word(60), nullable: true })
  decidedHow!: string | null

  @Column({ ...word(30), nullable: true })
  certificateNo!: string | null

  @Column(idColumn)
  ruleSetId!: string
}
