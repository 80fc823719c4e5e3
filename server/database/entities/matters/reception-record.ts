import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, longText, word } from '../../columns'

/** 接访登记: what one of those who came said, and what was answered. What became a message stands there and not here. */
@Entity('reception_record')
@Index('reception_record_reception', ['receptionId', 'position'])
@Index('reception_record_opinion', ['opinionId'])
export class ReceptionRecord {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  receptionId!: string

  @Column(count)
  position!: number

  @Column({ ...word(20), nullable: true })
  visitorName!: string | null

  @Column({ ...idColumn, nullable: true })
  villageId!: string | null

  /** A part of that village, where somebody said so. */
  @Column({ ...idColumn, nullable: true })
  areaId!: string | null

  @Column({ ...longText, nullable: true })
  said!: string | null

  @Column(word(20))
  how!: string

  @Column({ ...longText, nullable: true })
  answer!: string | null

  @Column({ ...idColumn, nullable: true })
  opinionId!: string | null
}
