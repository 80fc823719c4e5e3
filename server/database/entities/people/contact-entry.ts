import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** 联系记录: when somebody was in touch with deputies or a group, and what they were told. */
@Entity('contact_entry')
@Index('contact_entry_order', ['townId', 'contactedOn', 'id'])
@Index('contact_entry_own', ['townId', 'personId', 'contactedOn', 'id'])
@Index('contact_entry_group', ['townId', 'deputyGroupId', 'contactedOn'])
export class ContactEntry {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column({ ...idColumn, nullable: true })
  personId!: string | null

  @Column({ ...word(20), nullable: true })
  countyLeader!: string | null

  @Column(day)
  contactedOn!: string

  @Column(word(20))
  contactWay!: string

  @Column({ ...idColumn, nullable: true })
  deputyGroupId!: string | null

  @Column({ ...word(500), nullable: true })
  difficulty!: string | null

  @Column({ ...word(300), nullable: true })
  result!: string | null

  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null
}
