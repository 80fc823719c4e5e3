import { bringsOn, followsFrom } from '../../../miniprogram/src/work/turn'
import { opinionTable } from '../../../shared/matters/opinion/table'
import { suggestionTable } from '../../../shared/matters/suggestion/table'

test('a confirmation says who is awaited, whether there is a limit, who is told, and the way back', () => {
  expect(followsFrom(suggestionTable, { state: 'draft' }, 'submit').join('')).toBe(
    '之后等镇人大办。有规定的期限，逾期会催。有关的镇人大办、附议代表、反映情况的群众会收到消息。之后还可以“撤回”。',
  )
  expect(followsFrom(suggestionTable, { state: 'handling' }, 'reply')).toEqual([
    '之后等领衔代表。',
    '有规定的期限，逾期会催。',
    '有关的镇人大主席团、领衔代表、附议代表、镇人大办、反映情况的群众会收到消息。',
    '之后还可以“更正答复”。',
  ])
  // In the view stands how much time that is under the rules of the town, and until when.
  const limits = [{ action: 'submit', length: '5 个工作日', on: '2031-12-04' }]
  expect(followsFrom(suggestionTable, { state: 'draft', limits }, 'submit')[1]).toBe(
    '5 个工作日，2031年12月4日 周四以前办，逾期会催。',
  )
  expect(followsFrom(suggestionTable, { state: 'submitted' }, 'startReview')).toContain(
    '办了就不能自己收回。',
  )
  expect(followsFrom(opinionTable, { state: 'received' }, 'no such step')).toEqual([])
})

test('what brings a matter on comes before what only adds to it', () => {
  expect([
    bringsOn(suggestionTable, 'handling', 'reply'),
    bringsOn(suggestionTable, 'handling', 'consult'),
  ]).toEqual([true, false])
})
