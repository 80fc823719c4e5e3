import { Column, Entity, PrimaryColumn } from 'typeorm'
import { idColumn, instant, word } from '../../columns'

/** What somebody narrows a list to again and again, under the name that they gave it. */
@Entity('saved_view')
export class SavedView {
  @PrimaryColumn(idColumn)
  townId!: string

  @PrimaryColumn(idColumn)
  accountId!: string

  @PrimaryColumn(word(24))
  name!: string

  @Column(word(400))
  query!: string

  @Column(instant)
  savedAt!: Date
}
