import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, idColumn } from '../../columns'

/** A village that an electoral district covers. */
@Entity('electoral_district_village')
export class ElectoralDistrictVillage {
  @PrimaryColumn(idColumn)
  electoralDistrictId!: string

  @PrimaryColumn(idColumn)
  villageId!: string

  @Column(count)
  position!: number
}
