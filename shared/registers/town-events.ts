import { amount, maybe, paragraph } from '../grammar/fields'
import { defineRegister } from '../grammar/register'

/** 沿革: how the town and its congress came to be what they are; anyone reads it (catalogue 23). */
export const townEvents = defineRegister({
  name: 'townEvent',
  word: '本镇沿革',
  says: '撤乡建镇、历届人大这些大事，一年一条，大家都看得到。',
  empty: '还没有登记。',
  readBy: 'followWork',
  keptBy: 'keepPlaces',
  fields: {
    year: amount('哪一年', 2100),
    month: maybe(amount('哪个月', 12, { help: '不知道就不填。' })),
    text: paragraph('什么事', 300),
  },
  title: ({ year, text }) => [year === null ? '' : `${year} 年`, firstWords(text)].filter(Boolean).join(' '),
  listed: [],
  order: { by: 'place', first: 'least' },
  findBy: ['year', 'text'],
  key: ['year', 'text'],
  adds: '登记一件大事',
  ends: { label: '删去', ended: '已删去', restore: '恢复' },
})

const firstWords = (text: string | null) =>
  text === null ? '' : text.length > 20 ? `${text.slice(0, 20)}…` : text
