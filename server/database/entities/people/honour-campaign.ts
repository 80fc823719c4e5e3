import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, longText, word } from '../../columns'

/** 创先争优: a named campaign, with its criteria one a line. */
@Entity('honour_campaign')
@Index('honour_campaign_from', ['townId', 'fromYear', 'id'])
export class HonourCampaign {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(word(20))
  name!: string

  @Column(count)
  fromYear!: number

  @Column({ ...count, nullable: true })
  toYear!: number | null

  @Column(longText)
  criteria!: string

  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null
}
