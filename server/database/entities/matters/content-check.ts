import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { idColumn, instant, longText, word } from '../../columns'

/** A sentence or a photo that somebody has to look at before anyone may see it. Never deleted. */
@Entity('content_check')
@Index('content_check_town', ['townId', 'kind', 'id'])
@Index('content_check_suggestion', ['suggestionId', 'kind'])
@Index('content_check_trace', ['traceId'])
@Index('content_check_looked', ['lookedAt', 'writtenAt'])
export class ContentCheck {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  /** Null where it belongs to the register. */
  @Column({ ...idColumn, nullable: true })
  suggestionId!: string | null

  /** The row that it stands in, where that is no part of a suggestion: a person, a suggestion to a higher congress. */
  @Column({ ...idColumn, nullable: true })
  placeId!: string | null

  /** What our own check found: a list of kind, from, to as JSON. */
  @Column({ ...longText, nullable: true })
  found!: string | null

  /** When our own check looked at it. */
  @Column({ ...instant, nullable: true })
  lookedAt!: Date | null

  @Column(word(20))
  kind!: string

  @Column({ ...longText, nullable: true })
  text!: string | null

  @Column({ ...idColumn, nullable: true })
  photoId!: string | null

  /** Who wrote or uploaded it. */
  @Column({ ...idColumn, nullable: true })
  personId!: string | null

  @Column(instant)
  writtenAt!: Date

  /** WeChat is not asked before then; for a photo that was asked about, when the answer is overdue. */
  @Column(instant)
  checkAfter!: Date

  /** Under which WeChat will tell of the photo. */
  @Column({ ...word(128), nullable: true })
  traceId!: string | null

  @Column({ ...longText, nullable: true })
  reason!: string | null
}
