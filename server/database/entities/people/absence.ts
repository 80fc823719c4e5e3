import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** 请假: when somebody who takes turns at a station cannot come. */
@Entity('absence')
@Index('absence_order', ['townId', 'fromOn', 'id'])
@Index('absence_person', ['townId', 'personId', 'fromOn', 'id'])
export class Absence {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  personId!: string

  @Column(day)
  fromOn!: string

  @Column(day)
  untilOn!: string

  @Column({ ...word(60), nullable: true })
  reason!: string | null

  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null
}
