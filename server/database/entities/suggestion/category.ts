import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** 类别 of a town, in two levels. Suggestions hold its id: a word in what a town begins with, else made by the server. */
@Entity('category')
@Index('category_place', ['townId', 'place', 'id'])
export class CategoryOfTown {
  @PrimaryColumn(idColumn)
  townId!: string

  @PrimaryColumn(word(20))
  id!: string

  @Column({ ...count, default: 0 })
  version!: number

  @Column(word(20))
  name!: string

  @Column({ ...word(20), nullable: true })
  parentCode!: string | null

  /** Where it stands in the tree, as text that sorts: `0003`, and below it `0003.0001`. */
  @Column(word(20))
  place!: string

  /** No longer offered; what was filed under it stays. */
  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null
}
