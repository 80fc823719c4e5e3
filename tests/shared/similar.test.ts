import { likeness, mostAlike } from '../../shared/matters/suggestion/similar'

const own = { subject: '修复大郭西段河堤', facts: '去年汛期冲垮 200 米，村口的路灯也倒了。' }
const others = [
  '大郭西段河堤塌了要修',
  '给田心社区主街装路灯',
  '修复小营村机耕路',
  '修复大郭西段河堤',
  '公开惠农补贴发放明细',
].map((subject) => ({ subject }))

test('the same subject is the most alike, then the same matter in other words, and nothing else', () => {
  expect(mostAlike(own, others, 5).map(({ subject }) => subject)).toEqual([
    '修复大郭西段河堤',
    '大郭西段河堤塌了要修',
  ])
})

test('no more than asked for', () => {
  expect(mostAlike(own, others, 1)).toHaveLength(1)
})

test('it is 1 for the same, 0 for nothing in common, and deaf to punctuation', () => {
  expect([
    likeness(own, own.subject),
    likeness(own, '增设班车'),
    likeness(own, '修复，大郭西段“河堤”！'),
    likeness(own, ''),
  ]).toEqual([1, 0, 1, 0])
})
