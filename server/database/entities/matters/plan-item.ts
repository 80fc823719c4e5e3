import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, word } from '../../columns'

/** One line of a plan. */
@Entity('plan_item')
@Index('plan_item_plan', ['activityPlanId', 'position', 'id'])
export class PlanItem {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  activityPlanId!: string

  @Column(count)
  position!: number

  @Column(word(60))
  title!: string

  @Column(word(30))
  kind!: string

  @Column(count)
  times!: number

  @Column(count)
  firstMonth!: number

  @Column(count)
  lastMonth!: number

  /** Why it was not done, once the year is over. */
  @Column({ ...word(100), nullable: true })
  because!: string | null

  /** It holds no longer: another line stands in its place since it was decided. */
  @Column({ ...word(100), nullable: true })
  changedWhy!: string | null
}
