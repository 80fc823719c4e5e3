import { alike, whyAlike, worthALook } from '../../shared/matters/suggestion/alike-matters'

const goingOn = ['修复大郭西段河堤', '给村口主街装路灯', '三组水渠清淤', '村口修候车亭'].map((subject) => ({
  subject,
}))
const found = (text: string, place?: string) =>
  worthALook({ text, place }, goingOn, 3).map(({ other, why }) => [other.subject, whyAlike(why)])

test('what it is about and where it is are two figures, each with the words that both say', () => {
  const why = alike({ text: '西段的河堤又塌了，快修复吧' }, '修复大郭西段河堤')
  expect(why).toMatchObject({ place: 1, placeWords: ['西段'] })
  expect(why.topicWords).toEqual(expect.arrayContaining(['河堤', '修复']))
  // Elsewhere, the same thing; there, another one.
  expect(alike({ text: '东段的河堤塌了' }, '修复大郭西段河堤')).toMatchObject({ place: 0, placeWords: [] })
  expect(alike({ text: '西段的路灯坏了' }, '修复大郭西段河堤')).toMatchObject({ place: 1, topic: 0 })
})

test('the same place alone is not worth a look; with it less of the same is enough', () => {
  expect(found('村口的垃圾没有人收')).toEqual([])
  expect(found('路灯坏了好几盏，晚上看不见', '村口')).toEqual([
    ['给村口主街装路灯', '都说到“路灯”；地方都有“村口”'],
  ])
  expect(found('三组的水渠堵了，要清淤')).toEqual([['三组水渠清淤', '都说到“水渠、清淤”；地方都有“三组”']])
})
