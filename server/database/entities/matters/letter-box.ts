import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { Day } from '../../../../shared/rules/days'
import { count, day, idColumn } from '../../columns'

/** The letter box of a station: when it was opened last. Each opening, with who opened it, is a `BoxOpening`. */
@Entity('letter_box')
@Index('letter_box_hung', ['hungStationId'], { unique: true })
export class LetterBox {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  liaisonStationId!: string

  /** Its station while it hangs there, so that there is one; null once it was removed. */
  @Column({ ...idColumn, nullable: true })
  hungStationId!: string | null

  @Column(day)
  openedOn!: Day

  /** How many lay in it then. */
  @Column(count)
  letters!: number
}
