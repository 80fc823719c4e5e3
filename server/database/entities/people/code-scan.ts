import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, day, idColumn, word } from '../../columns'

/** How often a code was scanned on a day. A number and no more: no person, no phone, no address, no hour. */
@Entity('code_scan')
@Index('code_scan_town', ['townId', 'scannedOn'])
export class CodeScan {
  @PrimaryColumn(word(32))
  scene!: string

  @PrimaryColumn(day)
  scannedOn!: string

  @Column(idColumn)
  townId!: string

  @Column(count)
  scans!: number
}
