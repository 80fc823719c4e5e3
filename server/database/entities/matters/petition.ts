import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { PetitionKind, PetitionOffice } from '../../../../shared/matters/petition/words'
import type { Day } from '../../../../shared/rules/days'
import { day, flag, idColumn, instant, longText, word } from '../../columns'

/** 信访事项: registered and pointed to the right office. What was said, and by whom, is readable with the key alone. */
@Entity('petition')
@Index('petition_no', ['townId', 'no'], { unique: true })
@Index('petition_resident', ['residentId', 'createdAt', 'id'])
export class Petition {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  /** 回执号: eight digits without meaning. */
  @Column(word(12))
  no!: string

  @Column(word(20))
  petitionKind!: PetitionKind

  @Column(idColumn)
  residentId!: string

  /** What was said, whom it is about, name and number: sealed, so that no list, dump or backup tells. */
  @Column(longText)
  sealed!: string

  @Column(flag)
  named!: boolean

  @Column(flag)
  hasPhone!: boolean

  /** About somebody of the congress office. */
  @Column(flag)
  aboutOffice!: boolean

  /** The clerk whom the presidium asked to handle it. */
  @Column({ ...idColumn, nullable: true })
  handlerId!: string | null

  /** The unit that it is about, which never learns of it. */
  @Column({ ...idColumn, nullable: true })
  aboutUnitId!: string | null

  @Column({ ...word(20), nullable: true })
  office!: PetitionOffice | null

  @Column({ ...word(60), nullable: true })
  referredWhere!: string | null

  @Column({ ...word(40), nullable: true })
  theirReceipt!: string | null

  /** When it was passed on to whoever handles it now. */
  @Column({ ...day, nullable: true })
  referredOn!: Day | null

  /** Verified, and tells nobody who complained. */
  @Column({ ...word(300), nullable: true })
  summary!: string | null

  @Column({ ...day, nullable: true })
  noticedOn!: Day | null

  @Column({ ...idColumn, nullable: true })
  typedById!: string | null

  @Column({ ...idColumn, nullable: true })
  ruleSetId!: string | null

  @Column(instant)
  createdAt!: Date
}
