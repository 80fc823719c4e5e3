import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** What was found at an inspection, and is handed to a unit with a day. */
@Entity('finding')
@Index('finding_activity', ['activityId', 'position'])
export class Finding {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  activityId!: string

  @Column(count)
  position!: number

  @Column({ ...word(60), nullable: true })
  site!: string | null

  @Column(word(500))
  seen!: string

  @Column(word(300))
  problem!: string

  @Column({ ...word(60), nullable: true })
  lawArticle!: string | null

  @Column(idColumn)
  unitId!: string

  @Column(day)
  dueOn!: string

  /** What the unit has said of it. */
  @Column({ ...word(500), nullable: true })
  result!: string | null

  @Column(idColumn)
  ruleSetId!: string
}
