import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, moreBytes, word } from '../../columns'

/** What stood beside a message that has become a petition: sealed like its words, and read with the key alone. */
@Entity('petition_attachment')
@Index('petition_attachment_petition', ['petitionId', 'position'])
export class PetitionAttachment {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  petitionId!: string

  @Column(count)
  position!: number

  /** `jpeg` of a photo; of a recording or a paper, what it is by its content. */
  @Column(word(8))
  format!: string

  /** Of a recording. */
  @Column({ ...count, nullable: true })
  seconds!: number | null

  @Column(moreBytes)
  sealed!: Buffer

  @Column(instant)
  createdAt!: Date
}
