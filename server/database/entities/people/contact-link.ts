import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** 联系安排: who keeps in touch with which group and deputies. */
@Entity('contact_link')
@Index('contact_link_place', ['townId', 'position', 'id'])
@Index('contact_link_own', ['townId', 'personId'])
export class ContactLink {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(word(20))
  contactKind!: string

  @Column({ ...idColumn, nullable: true })
  personId!: string | null

  @Column({ ...word(20), nullable: true })
  countyLeader!: string | null

  @Column({ ...idColumn, nullable: true })
  deputyGroupId!: string | null

  @Column({ ...word(60), nullable: true })
  note!: string | null

  @Column(count)
  position!: number

  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null
}
