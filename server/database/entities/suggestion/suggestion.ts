import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, flag, idColumn, instant, longText, word } from '../../columns'

/** 代表建议: its text and how it was registered. Where it stands is in `matter`. */
@Entity('suggestion')
@Index('suggestion_lead_deputy', ['leadDeputyId', 'submittedAt'])
@Index('suggestion_town_accepted', ['townId', 'acceptedAt', 'id'])
@Index('suggestion_town_village_accepted', ['townId', 'villageId', 'acceptedAt', 'id'])
@Index('suggestion_merged_into', ['mergedIntoId'])
@Index('suggestion_separated_from', ['separatedFromId', 'id'])
@Index('suggestion_no', ['townId', 'suggestionNo'], { unique: true })
export class Suggestion {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column({ ...word(40), nullable: true })
  suggestionNo!: string | null

  @Column(word(60))
  subject!: string

  @Column(longText)
  facts!: string

  @Column(longText)
  proposal!: string

  @Column(count)
  textVersion!: number

  @Column({ ...idColumn, nullable: true })
  villageId!: string | null

  /** A part of that village, where somebody said so. */
  @Column({ ...idColumn, nullable: true })
  areaId!: string | null

  @Column(idColumn)
  leadDeputyId!: string

  @Column({ ...word(20), nullable: true })
  category!: string | null

  @Column({ ...word(60), nullable: true })
  publicItem!: string | null

  @Column(count)
  currentRound!: number

  @Column(instant)
  createdAt!: Date

  @Column({ ...instant, nullable: true })
  submittedAt!: Date | null

  @Column({ ...instant, nullable: true })
  acceptedAt!: Date | null

  @Column({ ...longText, nullable: true })
  conclusion!: string | null

  @Column({ ...word(12), default: 'suggestion' })
  kind!: string

  @Column({ ...word(20), nullable: true })
  origin!: string | null

  /** The day and the place of the visit, reception, study, inspection or meeting. */
  @Column({ ...day, nullable: true })
  originOn!: string | null

  @Column({ ...word(60), nullable: true })
  originPlace!: string | null

  @Column({ ...word(120), nullable: true })
  originNote!: string | null

  @Column({ ...idColumn, nullable: true })
  wishedUnitId!: string | null

  /** What the deputy agrees to have published. */
  @Column({ ...word(10), default: 'titleOnly' })
  publicity!: string

  @Column(flag)
  confidential!: boolean

  @Column({ ...longText, nullable: true })
  confidentialReason!: string | null

  /** The deputy wants the presidium to read it before any unit learns who proposed it. */
  @Column(flag)
  presidiumFirst!: boolean

  @Column({ ...instant, nullable: true })
  presidiumReadAt!: Date | null

  /** When the office had seen that the full text names no third person. */
  @Column({ ...instant, nullable: true })
  fullTextClearedAt!: Date | null

  @Column({ ...word(12), nullable: true })
  period!: string | null

  /** The session that it was submitted to or after; null where the town has registered none. */
  @Column({ ...idColumn, nullable: true })
  congressSessionId!: string | null

  /** Of a motion: what was decided when it was put on the agenda. */
  @Column({ ...longText, nullable: true })
  agendaDecision!: string | null

  /** 并案: the suggestion in whose course it is handled. */
  @Column({ ...idColumn, nullable: true })
  mergedIntoId!: string | null

  /** The rules of its clocks: those of its start, then those of its submission. */
  @Column({ ...idColumn, nullable: true })
  ruleSetId!: string | null

  /** 分办: the suggestion that this one was separated from, to be handled by another unit on its own. */
  @Column({ ...idColumn, nullable: true })
  separatedFromId!: string | null

  @Column({ ...idColumn, nullable: true })
  itemCheckId!: string | null

  /** Of the full text, where that is public. */
  @Column({ ...idColumn, nullable: true })
  textCheckId!: string | null
}
