import { Column, Entity, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, instant, longText, word } from '../../columns'

/** A question to somebody inside a matter: until when an answer is wanted, and what it was. */
@Entity('ask')
export class Ask {
  @PrimaryColumn(idColumn)
  matterId!: string

  /** The name of the ask in the table of the kind. */
  @PrimaryColumn(word(20))
  ask!: string

  /** Of the matter; 1 where it has none. */
  @PrimaryColumn(count)
  roundNo!: number

  /** Who is asked. */
  @PrimaryColumn(word(40))
  holder!: string

  /** 1, and 2 where the answer was sent back. */
  @PrimaryColumn(count)
  no!: number

  @Column(idColumn)
  townId!: string

  @Column(word(20))
  kind!: string

  @Column(day)
  askedOn!: string

  @Column({ ...day, nullable: true })
  dueOn!: string | null

  /** In words, where the ask says not all; of an answer that was sent back, what is missing in it. */
  @Column({ ...longText, nullable: true })
  question!: string | null

  /** The checked form of the step that answers. */
  @Column({ ...longText, nullable: true })
  answer!: string | null

  @Column({ ...idColumn, nullable: true })
  answeredBy!: string | null

  @Column({ ...instant, nullable: true })
  answeredAt!: Date | null

  /** When it stopped to count by something else than an answer. */
  @Column({ ...instant, nullable: true })
  endedAt!: Date | null

  /** `sentBack`, `waived` or `withdrawn`. */
  @Column({ ...word(20), nullable: true })
  endedHow!: string | null

  @Column({ ...longText, nullable: true })
  endedWhy!: string | null
}
