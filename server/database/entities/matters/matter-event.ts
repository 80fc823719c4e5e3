import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { Day } from '../../../../shared/rules/days'
import type { SpokenWay } from '../../../../shared/words/words'
import { count, day, idColumn, instant, longText, word } from '../../columns'

/** One step in the life of a matter or of a row of a register: who did what. Append-only. */
@Entity('matter_event')
@Index('matter_event_matter', ['matterId', 'kind', 'version', 'townId'], { unique: true })
@Index('matter_event_line', ['lineCheckId'])
export class MatterEvent {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  /** The kind of matter, or the register. */
  @Column(word(20))
  kind!: string

  /** Of its own row, whatever the kind. */
  @Column(idColumn)
  matterId!: string

  /** That the step led to; a matter has one event for each. */
  @Column(count)
  version!: number

  @Column(word(30))
  action!: string

  @Column({ ...word(20), nullable: true })
  fromState!: string | null

  /** Null in a register, which has no states. */
  @Column({ ...word(20), nullable: true })
  toState!: string | null

  @Column(word(20))
  party!: string

  /** Null for residents, whose names come from the matter for those who may read them, and for the system. */
  @Column({ ...idColumn, nullable: true })
  personId!: string | null

  /** For which the person acted. */
  @Column({ ...idColumn, nullable: true })
  unitId!: string | null

  /** The day in Beijing on which it happened. */
  @Column(day)
  onDay!: Day

  /** When it was written down; later than the day where it came by paper or telephone. */
  @Column(instant)
  recordedAt!: Date

  /** The person who spoke, where another typed. */
  @Column({ ...idColumn, nullable: true })
  byWordOf!: string | null

  /** How they said it. */
  @Column({ ...word(10), nullable: true })
  spokenHow!: SpokenWay | null

  @Column({ ...longText, nullable: true })
  note!: string | null

  /** Of the whole form, where a step leads nowhere else: to tell whether the same is said once more. */
  @Column({ ...word(16), nullable: true })
  saidDigest!: string | null

  @Column({ ...word(200), nullable: true })
  publicLine!: string | null

  @Column({ ...idColumn, nullable: true })
  lineCheckId!: string | null
}
