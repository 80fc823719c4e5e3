import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { day, digest, idColumn, instant, longText, word } from '../../columns'

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

  @Column(idColumn)
  deputyGroupId!: string

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
}
