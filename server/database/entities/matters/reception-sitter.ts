import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn } from '../../columns'

/** Who sits at a reception. */
@Entity('reception_sitter')
@Index('reception_sitter_person', ['personId'])
export class ReceptionSitter {
  @PrimaryColumn(idColumn)
  receptionId!: string

  @PrimaryColumn(idColumn)
  personId!: string

  @Column(count)
  position!: number

  /** By the clerk's roll; null where it was not called. */
  @Column({ type: 'boolean', nullable: true })
  sat!: boolean | null
}
