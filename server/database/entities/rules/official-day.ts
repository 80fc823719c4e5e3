import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** A day of a State Council list that was loaded, because the program does not have that list (yet). */
@Entity('official_day')
export class OfficialDay {
  /** The town that loaded it, or `all` where it was loaded for every town from the server's command line. */
  @PrimaryColumn(idColumn)
  scope!: string

  /** The year of the list; the day itself may lie in the December before it. */
  @PrimaryColumn(count)
  year!: number

  @PrimaryColumn(day)
  day!: string

  @Column(word(10))
  kind!: string
}
