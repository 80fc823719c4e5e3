import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { day, idColumn, instant, longText } from '../../columns'

/** A unit that helps the lead unit, and the opinion it owes. */
@Entity('co_unit')
@Index('co_unit_unit', ['handlingUnitId'])
export class CoUnit {
  @PrimaryColumn(idColumn)
  suggestionId!: string

  @PrimaryColumn(idColumn)
  handlingUnitId!: string

  @Column({ ...day, nullable: true })
  dueOn!: string | null

  /** 协办意见; null again after it was sent back. */
  @Column({ ...longText, nullable: true })
  opinion!: string | null

  @Column({ ...instant, nullable: true })
  givenAt!: Date | null

  @Column({ ...instant, nullable: true })
  sentBackAt!: Date | null

  @Column({ ...longText, nullable: true })
  sentBackReason!: string | null

  @Column({ ...instant, nullable: true })
  waivedAt!: Date | null

  @Column({ ...longText, nullable: true })
  waivedReason!: string | null
}
