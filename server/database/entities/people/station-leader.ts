import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, idColumn } from '../../columns'

/** 带头坐班的领导: whoever sits at a station besides its deputies. */
@Entity('station_leader')
export class StationLeader {
  @PrimaryColumn(idColumn)
  liaisonStationId!: string

  @PrimaryColumn(idColumn)
  personId!: string

  @Column(count)
  position!: number
}
