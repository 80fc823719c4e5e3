import * as z from 'zod/mini'
import { get, post } from '../grammar/endpoint'
import { importReport, spreadsheet } from '../grammar/register'

const table = { who: 'recordSuggestion', output: importReport, file: 'table', fileType: spreadsheet } as const

export const checkPastSuggestions = post('/towns/:town/past-suggestions/check', {
  says: '看看补录这张表里以前的建议会怎样：增加、已经有了、要改正；不写入',
  ...table,
})

export const bringPastSuggestions = post('/towns/:town/past-suggestions', {
  says: '补录以前的建议：有一处不对就都不写入，不发消息',
  ...table,
})

export const takePastTemplate = get('/towns/:town/past-suggestions/template', {
  who: 'recordSuggestion',
  says: '补录以前建议的空表和填写说明，电子表格',
  mediaType: spreadsheet,
  output: z.unknown(),
})
