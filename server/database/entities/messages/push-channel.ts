import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, day, instant, word } from '../../columns'

/** One way on which pushes leave: whether it rests, and how much of the day's allowance is used. Shared by all instances. */
@Entity('push_channel')
export class PushChannel {
  @PrimaryColumn(word(20))
  name!: string

  @Column({ ...instant, nullable: true })
  restsUntil!: Date | null

  @Column({ ...word(200), nullable: true })
  reason!: string | null

  @Column(day)
  day!: string

  /** Taken by WeChat on that day. */
  @Column(count)
  sent!: number

  /** Handed to WeChat on that day, whatever it said to the person's consent. */
  @Column(count)
  handedOver!: number

  /** Of these, within ten seconds of the step that caused them. */
  @Column(count)
  handedOverAtOnce!: number
}
