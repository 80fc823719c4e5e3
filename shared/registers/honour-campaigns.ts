import { amount, line, maybe, paragraph } from '../grammar/fields'
import { defineRegister } from '../grammar/register'

/** 创先争优 (catalogue 127): a named campaign with its criteria, which the town writes itself. Nobody is scored by them (D.L3). */
export const honourCampaigns = defineRegister({
  name: 'honourCampaign',
  word: '创先争优活动',
  says: '例如五好代表：写上名称、哪几年、几条标准。提名的时候选它，标准照当时的样子记下来。标准不打分，由主席团看。',
  empty: '还没有登记活动。',
  readBy: 'followAwards',
  keptBy: 'keepAwards',
  fields: {
    name: line('名称', 20, { help: '例如“五好代表”。' }),
    fromYear: amount('从哪一年', 2100),
    toYear: maybe(amount('到哪一年', 2100, { help: '只办一年的不用填。' })),
    criteria: paragraph('标准', 700, { help: '一行一条，3 到 10 条，每条最多 60 个字。' }),
  },
  title: ({ name }) => name ?? '',
  listed: ['fromYear', 'toYear'],
  order: { by: 'fromYear', first: 'greatest' },
  findBy: ['name', 'criteria'],
  key: ['name', 'fromYear'],
  adds: '登记一个活动',
  begins: (today) => ({ fromYear: Number(today.slice(0, 4)) }),
  ends: { label: '不办了', ended: '不办了的', restore: '接着办' },
})
