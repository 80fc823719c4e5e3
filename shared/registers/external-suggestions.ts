import { choice, day, line, maybe, picked } from '../grammar/fields'
import { defineRegister } from '../grammar/register'
import { higherCongresses } from '../words/words'

/**
 * 上级代表建议: what is written down of each. How far it is says the matter beside it, which counts its own steps; so that the
 * history of what is written down has a name of its own.
 */
export const externalSuggestions = defineRegister({
  name: 'carriedSuggestion',
  word: '上级代表建议',
  matter: 'externalSuggestion',
  says: '住在本镇的县级以上代表向上级人大提出的建议。由上级单位办理，镇人大办登记进展和答复。',
  empty: '还没有登记过上级代表建议。',
  readBy: 'followExternal',
  keptBy: 'keepExternal',
  fields: {
    deputyId: picked('提出的代表', 'higherDeputy'),
    congressLevel: choice('向哪一级人大提出', higherCongresses),
    subject: line('事项', 60, { help: '一件事写一句，不要写群众的姓名和电话。' }),
    submittedOn: day('提出日期', 'earlier'),
    // What may still be unknown when it is carried up, and is filled in later.
    externalNo: maybe(line('上级编号', 60)),
    unitName: maybe(line('承办单位', 60, { help: '上级的承办单位，例如“县交通运输局”。' })),
    deadlineOn: maybe(day('答复期限', 'limited')),
    suggestionId: maybe(picked('本镇已向上反映的建议', 'referredSuggestion')),
    opinionId: maybe(picked('群众留言', 'opinion')),
  },
  fixed: ['deputyId', 'congressLevel', 'suggestionId', 'opinionId'],
  // Which resident's words are behind it is for those who tell the resident of the answer.
  private: { opinionId: 'keepExternal' },
  title: ({ subject }) => subject ?? '',
  listed: ['deputyId', 'congressLevel', 'submittedOn', 'externalNo', 'unitName', 'deadlineOn'],
  order: { by: 'createdAt', first: 'greatest' },
  findBy: ['subject', 'deputyId', 'externalNo', 'unitName', 'submittedOn'],
  key: ['subject', 'deputyId', 'submittedOn'],
  adds: '登记一件',
  begins: (today) => ({ submittedOn: today, congressLevel: 'county' }),
  ends: { label: '作废', ended: '已作废', restore: '恢复' },
})
