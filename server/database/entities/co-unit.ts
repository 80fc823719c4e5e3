import { Entity, Index, PrimaryColumn } from 'typeorm'
import { idColumn } from '../columns'

/** A unit that helps the lead unit. */
@Entity('co_unit')
@Index('co_unit_unit', ['handlingUnitId'])
export class CoUnit {
  @PrimaryColumn(idColumn)
  suggestionId!: string

  @PrimaryColumn(idColumn)
  handlingUnitId!: string
}
