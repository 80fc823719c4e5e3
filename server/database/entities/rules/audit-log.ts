import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { AuditKind } from '../../../../shared/words/words'
import { idColumn, instant, longText, word } from '../../columns'

/**
 * 操作日志: who changed what about the town, when and why, and who saw or took with them what is personal. Append-only, and
 * kept in words, so that it can still be read when the program has changed. Without a person it was done from the
 * server's command line.
 */
@Entity('audit_log')
@Index('audit_log_town_kind', ['townId', 'kind', 'at', 'id'])
@Index('audit_log_town_at', ['townId', 'at', 'id'])
export class AuditLog {
  @PrimaryColumn(idColumn)
  id!: string

  /** Of the county's own staff, who are in no town: the county. */
  @Column(idColumn)
  townId!: string

  /** `change`, or `view` for numbers that were seen and tables that were taken along. */
  @Column({ ...word(10), default: 'change' })
  kind!: AuditKind

  @Column({ ...idColumn, nullable: true })
  personId!: string | null

  @Column(instant)
  at!: Date

  @Column(word(60))
  what!: string

  @Column({ ...word(200), nullable: true })
  fromValue!: string | null

  @Column({ ...word(200), nullable: true })
  toValue!: string | null

  @Column({ ...longText, nullable: true })
  reason!: string | null
}
