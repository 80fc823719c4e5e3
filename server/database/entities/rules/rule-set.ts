import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, longText, word } from '../../columns'

/**
 * The rules of a town from one change to the next: a profile and the town's own numbers. Never changed: what has begun
 * under them keeps them, and with them its clock.
 */
@Entity('rule_set')
export class RuleSet {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(word(20))
  profile!: string

  /** `Override[]` as JSON; nobody filters by it. */
  @Column({ ...longText, nullable: true })
  overrides!: string | null

  /** Repeated from the rules, because work lists ask for it. */
  @Column(count)
  maxRounds!: number

  @Column(instant)
  createdAt!: Date
}
