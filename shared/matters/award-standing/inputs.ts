import * as z from 'zod/mini'
import { choice, paragraph } from '../../grammar/fields'
import { decidedHow } from '../suggestion/rows/together'
import { appealAnswers } from './standing'

/** What is written down with each step of a person. */
export const disqualifyInput = z.strictObject({
  decision: paragraph('主席团的决定', 500, { help: '例如：第几次主席团会议决定，从什么时候起执行。' }),
  decidedHow,
})

export const appealInput = z.strictObject({
  note: paragraph('申诉说明', 1000, { help: '只能交一次，请把情况和依据写全。' }),
})

export const answerInput = z.strictObject({
  verdict: choice('答复', appealAnswers),
  text: paragraph('答复的理由', 1000),
  decidedHow,
})
