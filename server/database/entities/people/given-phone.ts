import { Column, Entity, PrimaryColumn } from 'typeorm'
import { idColumn, instant, word } from '../../columns'

/**
 * The number that somebody gave the congress office of a town out of WeChat, to be reached where WeChat does not reach.
 * Sealed; gone once they take it back.
 */
@Entity('given_phone')
export class GivenPhone {
  @PrimaryColumn(idColumn)
  townId!: string

  @PrimaryColumn(idColumn)
  accountId!: string

  @Column(word(120))
  sealed!: string

  @Column(instant)
  givenAt!: Date
}
