import { Column, Entity, PrimaryColumn } from 'typeorm'
import { idColumn, word } from '../../columns'

/** A county above the towns; its staff see figures, never residents. */
@Entity('county')
export class County {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(word(40))
  name!: string
}
