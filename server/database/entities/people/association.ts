import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** Deputies across the groups, by what they know. */
@Entity('association')
@Index('association_name', ['townId', 'name'])
export class Association {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(word(40))
  name!: string

  @Column({ ...word(300), nullable: true })
  purpose!: string | null

  @Column({ ...idColumn, nullable: true })
  headId!: string | null

  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null
}
