import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, idColumn, word } from '../../columns'

/** The last number given in a series of one town, so that numbers have no gaps. */
@Entity('number_series')
export class NumberSeries {
  @PrimaryColumn(idColumn)
  townId!: string

  @PrimaryColumn(word(30))
  series!: string

  @Column(count)
  last!: number
}
