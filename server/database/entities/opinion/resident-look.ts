import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { LookReason } from '../../../../shared/matters/opinion/looks'
import { idColumn, instant, word } from '../../columns'

/** That somebody opened the name and the number of whoever wrote: for that person to read. */
@Entity('resident_look')
@Index('resident_look_opinion', ['residentOpinionId', 'at'])
export class ResidentLook {
  @PrimaryColumn(idColumn)
  id!: string

  @Column(idColumn)
  townId!: string

  @Column(idColumn)
  residentOpinionId!: string

  @Column(idColumn)
  personId!: string

  @Column(word(20))
  party!: 'deputy' | 'congressOffice'

  @Column(word(20))
  reason!: LookReason

  @Column(instant)
  at!: Date
}
