import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, flag, idColumn, word } from '../../columns'

/** 类别 of a town, in two levels. Suggestions hold the code. */
@Entity('category')
export class CategoryOfTown {
  @PrimaryColumn(idColumn)
  townId!: string

  @PrimaryColumn(word(20))
  code!: string

  @Column(word(20))
  name!: string

  @Column({ ...word(20), nullable: true })
  parentCode!: string | null

  @Column(count)
  position!: number

  /** No longer offered; what was filed under it stays. */
  @Column(flag)
  retired!: boolean
}
