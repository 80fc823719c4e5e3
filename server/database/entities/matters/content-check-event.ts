import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, longText, word } from '../../columns'

/** What became of a public text or picture: who let it through, who took it back, and why. Never deleted. */
@Entity('content_check_event')
export class ContentCheckEvent {
  @PrimaryColumn(idColumn)
  contentCheckId!: string

  /** The version of the check that the step led to. */
  @PrimaryColumn(count)
  version!: number

  @Column(word(20))
  action!: string

  /** Null where a check did it. */
  @Column({ ...idColumn, nullable: true })
  personId!: string | null

  @Column({ ...longText, nullable: true })
  reason!: string | null

  @Column(instant)
  at!: Date
}
