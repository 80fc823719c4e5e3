import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, longText, word } from '../../columns'

/** One step in the life of an opinion. Append-only. */
@Entity('opinion_event')
export class OpinionEvent {
  @PrimaryColumn(idColumn)
  residentOpinionId!: string

  @PrimaryColumn(count)
  version!: number

  @Column(idColumn)
  townId!: string

  @Column(word(30))
  action!: string

  @Column({ ...word(20), nullable: true })
  fromState!: string | null

  @Column(word(20))
  toState!: string

  @Column(word(20))
  party!: string

  @Column({ ...longText, nullable: true })
  note!: string | null

  @Column(instant)
  at!: Date
}
