import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, digest, idColumn, instant, longText, word } from '../../columns'

/** A meeting; where it stands is in `matter`. */
@Entity('meeting')
@Index('meeting_town', ['townId', 'heldBy', 'id'])
@Index('meeting_group', ['deputyGroupId', 'heldBy', 'id'])
export class Meeting {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(word(20))
  meetingKind!: string

  /** Null where it is no group that meets. */
  @Column({ ...idColumn, nullable: true })
  deputyGroupId!: string | null

  /** The last day of the time that it is for. */
  @Column(day)
  heldBy!: string

  @Column({ ...day, nullable: true })
  day!: string | null

  @Column({ ...word(10), nullable: true })
  startsAt!: string | null

  @Column({ ...word(60), nullable: true })
  place!: string | null

  @Column({ ...instant, nullable: true })
  openedAt!: Date | null

  @Column({ ...instant, nullable: true })
  endedAt!: Date | null

  @Column({ ...longText, nullable: true })
  remarks!: string | null

  /** Frozen when they are approved; before that they are written anew from what was noted. */
  @Column({ ...longText, nullable: true })
  minutesText!: string | null

  @Column({ ...digest, nullable: true })
  minutesDigest!: string | null

  /** Of a meeting that has a name of its own; that of a group follows from its quarter. */
  @Column({ ...word(60), nullable: true })
  title!: string | null

  @Column({ ...day, nullable: true })
  convenedOn!: string | null

  /** Why the notice came late. */
  @Column({ ...word(100), nullable: true })
  shortNotice!: string | null

  /** Which roll is called: where too few came, the next one is called anew. */
  @Column({ ...count, default: 1 })
  rollNo!: number

  /** 列席: those who sit there without a vote, as one number. */
  @Column({ ...count, default: 0 })
  observers!: number
}
