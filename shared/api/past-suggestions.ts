import * as z from 'zod/mini'
import { cursor, get, pageOf, post } from '../grammar/endpoint'
import { line } from '../grammar/fields'
import { importReport, spreadsheet } from '../grammar/register'
import { importRow } from './imports'

const table = {
  who: 'recordSuggestion',
  output: importReport,
  file: 'table',
  fileType: spreadsheet,
  input: z.strictObject({ fileName: line('文件名', 120) }),
} as const

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

export const listPastImports = get('/towns/:town/past-suggestions/imports', {
  who: 'recordSuggestion',
  says: '补录过的表：谁、什么时候、哪个文件、补录了几件',
  query: z.strictObject({ cursor }),
  output: pageOf(importRow),
})

export const takeBackPastSuggestions = post('/towns/:town/past-suggestions/imports/:id/take-back', {
  who: 'recordSuggestion',
  says: '把一次补录整个撤回，后来没有人办过它们的时候',
  output: importRow,
})
