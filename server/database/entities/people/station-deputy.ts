import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, idColumn } from '../../columns'

/** A deputy who takes turns on duty in a station, in the order of the turns. */
@Entity('station_deputy')
export class StationDeputy {
  @PrimaryColumn(idColumn)
  liaisonStationId!: string

  @PrimaryColumn(idColumn)
  personId!: string

  @Column(count)
  position!: number
}
