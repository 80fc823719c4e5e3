import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, instant, longText } from '../../columns'

/** 评先资格 of a unit in one year: what the presidium decided, the unit's one appeal, and its answer. */
@Entity('award_standing')
@Index('award_standing_unit', ['handlingUnitId', 'year', 'no'], { unique: true })
@Index('award_standing_town', ['townId', 'year'])
export class AwardStanding {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  handlingUnitId!: string

  @Column(count)
  year!: number

  /** 1, and one more after each decision that was lifted: two at once cannot begin it twice. */
  @Column(count)
  no!: number

  /** The newest rating that the unit was warned of; a further one is news again. */
  @Column({ ...instant, nullable: true })
  toldUntil!: Date | null

  /** Of the decision: the days that were counted for it. */
  @Column({ ...day, nullable: true })
  fromOn!: string | null

  @Column({ ...day, nullable: true })
  toOn!: string | null

  @Column({ ...longText, nullable: true })
  decision!: string | null

  @Column({ ...instant, nullable: true })
  decidedAt!: Date | null

  @Column({ ...longText, nullable: true })
  appeal!: string | null

  @Column({ ...instant, nullable: true })
  appealedAt!: Date | null

  @Column({ ...longText, nullable: true })
  appealAnswer!: string | null

  @Column({ ...instant, nullable: true })
  answeredAt!: Date | null
}
