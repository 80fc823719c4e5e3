import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, instant, longText } from '../../columns'

/** What the unit asked the deputy, once in a round; the clock stands until the answer or `dueOn`. */
@Entity('information_request')
export class InformationRequest {
  @PrimaryColumn(idColumn)
  suggestionId!: string

  @PrimaryColumn(count)
  roundNo!: number

  @Column(longText)
  question!: string

  @Column(day)
  askedOn!: string

  @Column(day)
  dueOn!: string

  @Column(day)
  deadlineBefore!: string

  @Column({ ...longText, nullable: true })
  answer!: string | null

  @Column({ ...instant, nullable: true })
  answeredAt!: Date | null
}
