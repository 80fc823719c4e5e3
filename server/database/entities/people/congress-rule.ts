import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, longText, word } from '../../columns'

/** A rule of the congress, in one version. */
@Entity('congress_rule')
@Index('congress_rule_name', ['townId', 'name'])
export class CongressRule {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(word(60))
  name!: string

  @Column(word(20))
  subject!: string

  @Column({ ...word(60), nullable: true })
  adoptedBy!: string | null

  @Column({ ...day, nullable: true })
  adoptedOn!: string | null

  @Column(longText)
  text!: string

  @Column({ type: 'boolean', nullable: true })
  onWall!: boolean | null

  @Column({ ...word(20), nullable: true })
  endedKind!: string | null

  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null
}
