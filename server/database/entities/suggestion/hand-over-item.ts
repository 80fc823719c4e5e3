import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, idColumn } from '../../columns'

/** A suggestion on the list of a hand-over meeting. */
@Entity('hand_over_item')
export class HandOverItem {
  @PrimaryColumn(idColumn)
  meetingId!: string

  @PrimaryColumn(idColumn)
  suggestionId!: string

  @Column(count)
  position!: number
}
