import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, longText, word } from '../../columns'

/** 补记: what a deputy did, in their own words; where it stands is in `matter`. */
@Entity('duty_record')
@Index('duty_record_deputy', ['deputyId', 'doneOn'])
export class DutyRecord {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  deputyId!: string

  @Column(word(20))
  dutyKind!: string

  @Column(day)
  doneOn!: string

  @Column({ ...day, nullable: true })
  doneUntil!: string | null

  @Column(word(40))
  subject!: string

  @Column({ ...longText, nullable: true })
  text!: string | null

  @Column({ ...word(40), nullable: true })
  organiser!: string | null

  @Column({ ...word(40), nullable: true })
  place!: string | null

  @Column({ ...count, nullable: true })
  persons!: number | null
}
