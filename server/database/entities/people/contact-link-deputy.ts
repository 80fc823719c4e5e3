import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn } from '../../columns'

/** A deputy whom somebody keeps in touch with. */
@Entity('contact_link_deputy')
@Index('contact_link_deputy_person', ['personId'])
export class ContactLinkDeputy {
  @PrimaryColumn(idColumn)
  contactLinkId!: string

  @PrimaryColumn(idColumn)
  personId!: string

  @Column(count)
  position!: number
}
