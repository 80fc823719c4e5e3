import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, longText, moreBytes, word } from '../../columns'

/** A photo or a recording beside words of a conversation, of somebody who came to a station, or of a visit. Nothing public reads this table. */
@Entity('opinion_attachment')
@Index('opinion_attachment_opinion', ['residentOpinionId', 'messageId', 'position'])
@Index('opinion_attachment_unused', ['usedAt', 'uploadedAt'])
@Index('opinion_attachment_account', ['accountId', 'usedAt'])
@Index('opinion_attachment_transcribe', ['transcribeAfter', 'id'])
@Index('opinion_attachment_reception', ['receptionRecordId'])
@Index('opinion_attachment_visit', ['visitId'])
export class OpinionAttachment {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  /** Who brought it: most who write are nobody in the register. */
  @Column(idColumn)
  accountId!: string

  /** `jpeg` of a photo, which is made anew; of a recording, what it is by its content. */
  @Column(word(8))
  format!: string

  @Column(moreBytes)
  content!: Buffer

  /** Of a recording. */
  @Column({ ...count, nullable: true })
  seconds!: number | null

  @Column(instant)
  uploadedAt!: Date

  /** When a message took it in; until then it may be forgotten. */
  @Column({ ...instant, nullable: true })
  usedAt!: Date | null

  @Column({ ...idColumn, nullable: true })
  residentOpinionId!: string | null

  @Column({ ...idColumn, nullable: true })
  messageId!: string | null

  /** Of what was answered at a station and became no message. */
  @Column({ ...idColumn, nullable: true })
  receptionRecordId!: string | null

  /** Of what a deputy noted of a visit. */
  @Column({ ...idColumn, nullable: true })
  visitId!: string | null

  @Column({ ...count, nullable: true })
  position!: number | null

  /** When a person has looked at it or listened to it; no machine is asked. */
  @Column({ ...instant, nullable: true })
  lookedAt!: Date | null

  /** What WeChat has heard in a recording; the recording is what counts. */
  @Column({ ...longText, nullable: true })
  transcript!: string | null

  /** When WeChat is asked for it; null where nothing waits for that. */
  @Column({ ...instant, nullable: true })
  transcribeAfter!: Date | null
}
