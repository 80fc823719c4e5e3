import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, idColumn } from '../../columns'

/** A deputy who belongs to an association. */
@Entity('association_member')
export class AssociationMember {
  @PrimaryColumn(idColumn)
  associationId!: string

  @PrimaryColumn(idColumn)
  personId!: string

  @Column(count)
  position!: number
}
