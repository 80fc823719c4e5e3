import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { idColumn, word } from '../../columns'

/** What a person is besides deputy: office, presidium, or a post in a handling unit. */
@Entity('post')
@Index('post_person', ['personId'])
@Index('post_kind', ['townId', 'postKind'])
@Index('post_unit', ['handlingUnitId'])
export class Post {
  @PrimaryColumn(idColumn)
  id!: string

  @Column({ ...idColumn, nullable: true })
  townId!: string | null

  @Column(idColumn)
  personId!: string

  @Column(word(20))
  postKind!: string

  @Column({ ...idColumn, nullable: true })
  handlingUnitId!: string | null
}
