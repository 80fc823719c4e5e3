import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, word } from '../../columns'

/** That the clock has taken a step of a ladder for one deadline, and who heard it: nobody hears the same twice. */
@Entity('matter_told')
export class MatterTold {
  @PrimaryColumn(idColumn)
  matterId!: string

  @PrimaryColumn(word(20))
  ladder!: string

  /** The deadline: the instant from which it is late. */
  @PrimaryColumn(instant)
  lateFrom!: Date

  @PrimaryColumn(count)
  step!: number

  /** None where nobody new could be reached. */
  @Column({ ...word(20), nullable: true })
  rung!: string | null

  @Column(instant)
  toldAt!: Date
}
