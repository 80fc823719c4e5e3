import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, instant, word } from '../../columns'

/** 上级代表建议: what a deputy of a higher congress who lives in the town carries there: a register, and the answer to it. */
@Entity('external_suggestion')
@Index('external_suggestion_town', ['townId', 'createdAt', 'id'])
export class ExternalSuggestion {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  /** Of what is written down; its steps are counted in `matter`. */
  @Column({ ...count, default: 0 })
  version!: number

  @Column({ ...day, nullable: true })
  endedOn!: string | null

  @Column({ ...word(200), nullable: true })
  endedWhy!: string | null

  @Column(idColumn)
  deputyId!: string

  @Column(word(20))
  congressLevel!: string

  @Column(word(120))
  subject!: string

  @Column(day)
  submittedOn!: string

  @Column({ ...word(60), nullable: true })
  externalNo!: string | null

  @Column({ ...word(120), nullable: true })
  unitName!: string | null

  @Column({ ...day, nullable: true })
  deadlineOn!: string | null

  @Column({ ...idColumn, nullable: true })
  suggestionId!: string | null

  @Column({ ...idColumn, nullable: true })
  opinionId!: string | null

  /** Of the last reply. */
  @Column({ ...word(20), nullable: true })
  outcome!: string | null

  @Column({ ...word(120), nullable: true })
  publicResult!: string | null

  @Column({ ...idColumn, nullable: true })
  resultCheckId!: string | null

  @Column({ ...day, nullable: true })
  repliedOn!: string | null

  @Column({ ...word(20), nullable: true })
  satisfaction!: string | null

  @Column(instant)
  createdAt!: Date
}
