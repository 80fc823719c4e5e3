import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn, instant, word } from '../../columns'

/** An invitation to co-sign and its answer. It counts only for the version of the text that was answered. */
@Entity('co_signature')
@Index('co_signature_person', ['personId'])
export class CoSignature {
  @PrimaryColumn(idColumn)
  suggestionId!: string

  @PrimaryColumn(idColumn)
  personId!: string

  @Column(word(10))
  answer!: string

  @Column(count)
  textVersion!: number

  @Column({ ...instant, nullable: true })
  answeredAt!: Date | null
}
