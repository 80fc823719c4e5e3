import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { day, idColumn, longText, word } from '../../columns'

/** 警示: where it stands is in `matter`. */
@Entity('duty_warning')
@Index('duty_warning_town', ['townId', 'id'])
@Index('duty_warning_deputy', ['deputyId', 'id'])
export class DutyWarning {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  deputyId!: string

  /** Who chaired the presidium when it was proposed, and sees it through. */
  @Column(idColumn)
  chairId!: string

  /** One a line, each with its day. */
  @Column(longText)
  facts!: string

  @Column(longText)
  text!: string

  @Column({ ...longText, nullable: true })
  reply!: string | null

  @Column({ ...word(10), nullable: true })
  replyWay!: string | null

  @Column({ ...day, nullable: true })
  talkedOn!: string | null

  @Column({ ...idColumn, nullable: true })
  memberId!: string | null

  @Column({ ...word(20), nullable: true })
  talkOther!: string | null

  @Column({ ...word(40), nullable: true })
  talkPlace!: string | null

  @Column({ ...longText, nullable: true })
  decisionText!: string | null

  @Column({ ...word(60), nullable: true })
  decidedHow!: string | null

  /** The last day on which it stands. */
  @Column({ ...day, nullable: true })
  endsOn!: string | null
}
