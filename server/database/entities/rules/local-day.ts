import { Column, Entity, PrimaryColumn } from 'typeorm'
import { day, idColumn, word } from '../../columns'

/** A day that the town itself sets: a local festival, or a day worked in its stead. */
@Entity('local_day')
export class LocalDay {
  @PrimaryColumn(idColumn)
  townId!: string

  @PrimaryColumn(day)
  day!: string

  @Column(word(10))
  kind!: string

  @Column(word(200))
  reason!: string
}
