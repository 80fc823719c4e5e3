import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { idColumn, instant, longText, moreBytes, word } from '../../columns'

/**
 * A file that was brought in: who did it and what it came to. What it changed is kept with it for a while, so that it can
 * be taken back whole; it holds names and numbers, and is cleared when it was taken back or the time is over.
 */
@Entity('import_record')
@Index('import_record_town', ['townId', 'importKind', 'importedAt', 'id'])
@Index('import_record_undo', ['undoUntil'])
export class ImportRecord {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(word(10))
  importKind!: 'roster' | 'holidays' | 'past'

  /** Nobody where it came from the server's command line. */
  @Column({ ...idColumn, nullable: true })
  personId!: string | null

  @Column(instant)
  importedAt!: Date

  @Column(word(120))
  fileName!: string

  /** The counts, in words. */
  @Column(longText)
  says!: string

  /** What it changed, as packed JSON. */
  @Column({ ...moreBytes, nullable: true })
  changes!: Buffer | null

  @Column({ ...instant, nullable: true })
  undoUntil!: Date | null

  @Column({ ...instant, nullable: true })
  takenBackAt!: Date | null

  @Column({ ...idColumn, nullable: true })
  takenBackBy!: string | null
}
