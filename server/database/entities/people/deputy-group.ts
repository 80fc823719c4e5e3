import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** A group of deputies of any level. */
@Entity('deputy_group')
@Index('deputy_group_order', ['townId', 'position', 'id'])
@Index('deputy_group_town_name', ['townId', 'name'], { unique: true })
export class DeputyGroup {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(word(40))
  name!: string

  @Column(count)
  position!: number

  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null

  /** The names that it had before, the latest last. */
  @Column({ ...word(200), nullable: true })
  formerNames!: string | null

  @Column({ ...word(60), nullable: true })
  meetingPlace!: string | null
}
