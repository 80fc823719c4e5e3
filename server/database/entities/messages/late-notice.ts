import { Column, Entity, PrimaryColumn } from 'typeorm'
import { idColumn, instant, word } from '../../columns'

/** That somebody was told once that a matter is close to or past its limit. */
@Entity('late_notice')
export class LateNotice {
  @PrimaryColumn(idColumn)
  matterId!: string

  @PrimaryColumn(instant)
  stateSince!: Date

  @PrimaryColumn(word(10))
  urgency!: string

  @Column(instant)
  toldAt!: Date
}
