import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { Day } from '../../../../shared/rules/days'
import { count, day, idColumn } from '../../columns'

/** The poster of a station: which issue hangs there. What was printed when is in the history of the matter. */
@Entity('poster')
@Index('poster_hanging', ['hangingStationId'], { unique: true })
export class Poster {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  liaisonStationId!: string

  /** Its station while it hangs there, so that there is one at a time; null once it was taken down. */
  @Column({ ...idColumn, nullable: true })
  hangingStationId!: string | null

  /** 第几期, from 1. */
  @Column(count)
  issueNo!: number

  /** 截至: the day of what it says. */
  @Column(day)
  asOf!: Day

  /** 下次更新: the day on which the next issue takes its place. */
  @Column(day)
  nextOn!: Day

  @Column(count)
  everyMonths!: number
}
