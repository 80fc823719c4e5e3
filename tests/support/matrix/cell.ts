import type { Endpoint } from '../../../shared/grammar/endpoint'
import type { Question } from './cells'
import type { Who } from './people'

/** One question that somebody asks of an operation, and what is to come of it. */
export interface Cell {
  name: string
  endpoint: Endpoint
  who: Who
  relation: 'own' | 'other town' | 'other county' | 'no town' | 'of another town' | 'no such'
  question: Question
  expected: string
}
