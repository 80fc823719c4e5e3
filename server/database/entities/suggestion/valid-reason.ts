import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, flag, idColumn, instant, longText } from '../../columns'

/** What the presidium found about the reason of a unit, by the version of its event; the last one of a round counts. */
@Entity('valid_reason')
export class ValidReason {
  @PrimaryColumn(idColumn)
  suggestionId!: string

  @PrimaryColumn(count)
  version!: number

  @Column(count)
  roundNo!: number

  @Column(flag)
  valid!: boolean

  @Column(longText)
  reason!: string

  @Column({ ...idColumn, nullable: true })
  personId!: string | null

  @Column(instant)
  decidedAt!: Date
}
