import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, instant, longText, word } from '../../columns'

/** How far a promise is, as the unit reports it on the way; by the version of its event. */
@Entity('commitment_milestone')
export class CommitmentMilestone {
  @PrimaryColumn(idColumn)
  commitmentId!: string

  @PrimaryColumn(count)
  version!: number

  @Column(count)
  percent!: number

  @Column(longText)
  note!: string

  @Column({ ...word(120), nullable: true })
  nextStep!: string | null

  @Column({ ...day, nullable: true })
  nextOn!: string | null

  @Column(instant)
  at!: Date
}
