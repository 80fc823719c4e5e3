import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, word } from '../../columns'

/** 年度活动计划 of a town; where it stands is in `matter`. */
@Entity('activity_plan')
@Index('activity_plan_year', ['townId', 'year'], { unique: true })
export class ActivityPlan {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(count)
  year!: number

  @Column({ ...word(60), nullable: true })
  decidedHow!: string | null
}
