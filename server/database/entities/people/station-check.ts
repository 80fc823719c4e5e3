import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** What was there when somebody looked at a station. */
@Entity('station_check')
@Index('station_check_day', ['townId', 'checkedOn'])
export class StationCheck {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  liaisonStationId!: string

  @Column(day)
  checkedOn!: string

  @Column({ ...word(20), nullable: true })
  checkedBy!: string | null

  @Column({ type: 'boolean', nullable: true })
  place!: boolean | null

  @Column({ type: 'boolean', nullable: true })
  sign!: boolean | null

  @Column({ type: 'boolean', nullable: true })
  equipment!: boolean | null

  @Column({ type: 'boolean', nullable: true })
  staff!: boolean | null

  @Column({ type: 'boolean', nullable: true })
  rules!: boolean | null

  @Column({ type: 'boolean', nullable: true })
  ledger!: boolean | null

  @Column({ type: 'boolean', nullable: true })
  deputyInfo!: boolean | null

  @Column({ type: 'boolean', nullable: true })
  activityRecord!: boolean | null

  @Column({ ...word(100), nullable: true })
  note!: string | null

  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null
}
