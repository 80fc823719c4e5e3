import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { count, idColumn } from '../../columns'

/** Who was there. */
@Entity('training_person')
@Index('training_person_person', ['personId'])
export class TrainingPerson {
  @PrimaryColumn(idColumn)
  trainingId!: string

  @PrimaryColumn(idColumn)
  personId!: string

  @Column(count)
  position!: number
}
