import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn } from '../../columns'

/** A deputy with whom somebody was in touch. */
@Entity('contact_entry_deputy')
@Index('contact_entry_deputy_person', ['personId'])
export class ContactEntryDeputy {
  @PrimaryColumn(idColumn)
  contactEntryId!: string

  @PrimaryColumn(idColumn)
  personId!: string

  @Column(count)
  position!: number
}
