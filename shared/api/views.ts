import * as z from 'zod/mini'
import { line } from '../grammar/fields'
import { done, get, post } from '../grammar/endpoint'

/** As many as one finds again at a glance. */
export const mostViews = 20

/** Names of columns, their values and ids, as they stand in an address: never words that somebody looked for. */
const viewQuery = z.string().check(z.regex(/^\w{1,20}=[\w=&-]{1,379}$/))
const viewName = line('叫什么', 12, { help: '例如“逾期的路灯”。只有您自己看得到，手机和电脑上都有。' })

/** What somebody narrows a list to again and again. */
const savedView = z.strictObject({ name: z.string(), query: viewQuery })
export type SavedView = z.output<typeof savedView>

export const listViews = get('/towns/:town/views', {
  who: 'person',
  says: '我存成常用的列表，先存的在前',
  output: z.strictObject({ views: z.array(savedView) }),
})

export const viewForm = z.strictObject({ name: viewName })

/** Under a name that is there already it is changed. */
export const saveView = post('/towns/:town/views', {
  who: 'person',
  says: '把现在的列表存成常用',
  input: z.strictObject({ name: viewName, query: viewQuery }),
  output: done,
})

export const dropView = post('/towns/:town/views/drop', {
  who: 'person',
  says: '不再常用',
  input: z.strictObject({ name: viewName }),
  output: done,
})
