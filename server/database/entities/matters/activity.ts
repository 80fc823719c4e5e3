import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, flag, idColumn, longText, word } from '../../columns'

/** An activity of deputies; where it stands is in `matter`. */
@Entity('activity')
@Index('activity_town', ['townId', 'day', 'id'])
export class Activity {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(word(30))
  activityKind!: string

  /** Whose it is, where a leader has announced it. */
  @Column({ ...idColumn, nullable: true })
  deputyGroupId!: string | null

  @Column(word(60))
  title!: string

  @Column(day)
  day!: string

  @Column({ ...day, nullable: true })
  until!: string | null

  @Column(word(10))
  meetAt!: string

  @Column(word(60))
  place!: string

  @Column(longText)
  purpose!: string

  @Column(word(10))
  openTo!: string

  @Column(day)
  answerBy!: string

  @Column({ ...count, nullable: true })
  capacity!: number | null

  @Column({ ...word(100), nullable: true })
  shortNoticeReason!: string | null

  @Column({ ...longText, nullable: true })
  report!: string | null

  /** Of an inspection: where it goes, one a line. */
  @Column({ ...longText, nullable: true })
  sites!: string | null

  @Column({ ...idColumn, nullable: true })
  unitId!: string | null

  @Column(flag)
  unannounced!: boolean

  @Column({ ...word(60), nullable: true })
  law!: string | null

  @Column({ ...longText, nullable: true })
  articles!: string | null

  @Column({ ...longText, nullable: true })
  questions!: string | null

  @Column({ ...word(300), nullable: true })
  noFindingBecause!: string | null

  @Column(idColumn)
  ruleSetId!: string
}
