import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, flag, idColumn, instant, longText, word } from '../../columns'

/** What a resident told a deputy; where it stands is in `matter`. */
@Entity('resident_opinion')
@Index('resident_opinion_town', ['townId', 'createdAt', 'id'])
@Index('resident_opinion_resident', ['residentId', 'createdAt'])
@Index('resident_opinion_check', ['checkAfter', 'id'])
@Index('resident_opinion_suggestion', ['suggestionId'])
@Index('resident_opinion_earlier', ['earlierSuggestionId', 'suggestionId', 'rating', 'id'])
@Index('resident_opinion_slip', ['townId', 'slipCode'])
export class ResidentOpinion {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  residentId!: string

  @Column(idColumn)
  deputyId!: string

  /** Why it went to this deputy, where its writer knew nobody. */
  @Column({ ...word(12), nullable: true })
  routedBy!: string | null

  @Column({ ...idColumn, nullable: true })
  liaisonStationId!: string | null

  @Column({ ...idColumn, nullable: true })
  villageId!: string | null

  /** A part of that village, where somebody said so. */
  @Column({ ...idColumn, nullable: true })
  areaId!: string | null

  /** Where it is, in the words of whoever wrote. */
  @Column({ ...word(60), nullable: true })
  place!: string | null

  /** What the sender left with this message, and nothing that was left with another. */
  @Column({ ...word(20), nullable: true })
  residentName!: string | null

  @Column({ ...word(20), nullable: true })
  residentPhone!: string | null

  /** The sender chose to give no name. */
  @Column(flag)
  unnamed!: boolean

  /** Written for somebody else. */
  @Column(flag)
  forAnother!: boolean

  @Column(word(20))
  opinionKind!: string

  @Column({ ...idColumn, nullable: true })
  suggestionId!: string | null

  /** What became of it before, where it was raised once more. */
  @Column({ ...idColumn, nullable: true })
  earlierSuggestionId!: string | null

  @Column({ ...word(20), nullable: true })
  referredTo!: string | null

  @Column({ ...longText, nullable: true })
  explanation!: string | null

  @Column({ ...word(20), nullable: true })
  rating!: string | null

  @Column({ ...longText, nullable: true })
  ratingComment!: string | null

  @Column(instant)
  createdAt!: Date

  /** The rules of its clocks: those of the day it was sent. */
  @Column({ ...idColumn, nullable: true })
  ruleSetId!: string | null

  /** When WeChat looks at what was written last; null where nothing waits for that. */
  @Column({ ...instant, nullable: true })
  checkAfter!: Date | null

  /** Of the deputy's words that the resident has not been shown: the state they were written in, and who wrote them. */
  @Column({ ...word(20), nullable: true })
  writtenIn!: string | null

  @Column({ ...idColumn, nullable: true })
  wordsById!: string | null

  /** Where what the resident said last leads, once it is checked, if not to the deputy's answer. */
  @Column({ ...word(20), nullable: true })
  goesTo!: string | null

  /** How often the resident said after an end that nothing was solved. */
  @Column({ ...count, default: 0 })
  timesUnsolved!: number

  /** The last end waits for a rating; an older rating stands until then. */
  @Column({ ...flag, default: 1 })
  ratingAsked!: boolean

  /** Of the last end. */
  @Column({ ...day, nullable: true })
  endedOn!: string | null

  /** How often the resident was asked since then whether it is solved, when last, and what the answer was. */
  @Column({ ...count, default: 0 })
  followUps!: number

  @Column({ ...day, nullable: true })
  followedOn!: string | null

  @Column({ ...word(20), nullable: true })
  followUpAnswer!: string | null

  /** Somebody without a phone said it, and this person typed it. */
  @Column({ ...idColumn, nullable: true })
  typedById!: string | null

  /** On the slip that they took with them. */
  @Column({ ...word(8), nullable: true })
  slipCode!: string | null

  /** The deputy shall call: by this day, at which time of it; when they talked, and how often nobody answered. */
  @Column({ ...day, nullable: true })
  callOn!: string | null

  @Column({ ...word(10), nullable: true })
  callTime!: string | null

  @Column({ ...day, nullable: true })
  calledOn!: string | null

  @Column({ ...count, default: 0 })
  callTries!: number

  /** Something was asked back: that happens once. */
  @Column(flag)
  askedBack!: boolean

  /** What the deputy wrote last, and the resident has not been shown, asks something back. */
  @Column(flag)
  asksBack!: boolean
}
