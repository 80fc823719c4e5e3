import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, instant, longText, word } from '../../columns'

/** 取消评先资格: what the presidium decided about a unit and a year, the unit's one appeal, and its answer. */
@Entity('award_disqualification')
@Index('award_disqualification_unit', ['handlingUnitId', 'year', 'no'], { unique: true })
@Index('award_disqualification_town', ['townId', 'decidedAt'])
export class AwardDisqualification {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  handlingUnitId!: string

  @Column(count)
  year!: number

  /** 1, and one more after each that was lifted: two presidium members at once cannot decide twice. */
  @Column(count)
  no!: number

  @Column(day)
  fromOn!: string

  @Column(day)
  toOn!: string

  @Column(longText)
  decision!: string

  @Column({ ...idColumn, nullable: true })
  decidedById!: string | null

  @Column(instant)
  decidedAt!: Date

  @Column({ ...longText, nullable: true })
  appeal!: string | null

  @Column({ ...instant, nullable: true })
  appealedAt!: Date | null

  @Column({ ...word(10), nullable: true })
  appealVerdict!: string | null

  @Column({ ...longText, nullable: true })
  appealAnswer!: string | null

  @Column({ ...instant, nullable: true })
  answeredAt!: Date | null
}
