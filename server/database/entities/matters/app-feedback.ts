import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { idColumn, instant, longText, word } from '../../columns'

/** 对小程序的意见: where it stands is in `matter`. Who wrote it is kept so that they hear of the answer, and shown to nobody. */
@Entity('app_feedback')
@Index('app_feedback_county', ['countyId', 'writtenAt', 'id'])
@Index('app_feedback_awaits', ['awaitsCountyId', 'writtenAt', 'id'])
@Index('app_feedback_person', ['personId', 'writtenAt', 'id'])
@Index('app_feedback_resident', ['residentId', 'writtenAt', 'id'])
export class AppFeedback {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  /** Whose congress keeps the app; none where the town stands alone. */
  @Column({ ...idColumn, nullable: true })
  countyId!: string | null

  /** The same, as long as it has not answered. */
  @Column({ ...idColumn, nullable: true })
  awaitsCountyId!: string | null

  @Column({ ...idColumn, nullable: true })
  personId!: string | null

  @Column({ ...idColumn, nullable: true })
  residentId!: string | null

  /** As what the writer uses the app. */
  @Column(word(20))
  writtenAs!: string

  @Column(word(20))
  about!: string

  @Column(longText)
  text!: string

  @Column({ ...longText, nullable: true })
  answer!: string | null

  @Column(instant)
  writtenAt!: Date
}
