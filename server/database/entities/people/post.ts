import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** What a person is besides deputy: office, presidium, or a post in a handling unit. */
@Entity('post')
@Index('post_person', ['personId'])
@Index('post_kind', ['townId', 'postKind'])
@Index('post_unit', ['handlingUnitId'])
@Index('post_place', ['townId', 'place', 'id'])
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

  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null

  @Column({ ...word(20), nullable: true })
  endedKind!: string | null

  @Column({ ...word(60), nullable: true })
  endedPaper!: string | null

  @Column({ ...day, nullable: true })
  begunOn!: string | null

  @Column({ ...word(60), nullable: true })
  paper!: string | null

  /** Of a member of the presidium: its chair, or one of the vice-chairs. */
  @Column({ ...word(20), nullable: true })
  presidiumPost!: string | null

  /** In the order of the roster. */
  @Column({ ...count, default: 0 })
  place!: number

  /** 专职 or 兼职. */
  @Column({ ...word(20), nullable: true })
  engagement!: string | null

  /** How many other duties go with it. */
  @Column({ ...count, nullable: true })
  otherDuties!: number | null
}
