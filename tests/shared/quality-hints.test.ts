import { plainHints } from '../../shared/matters/suggestion/alike'
import { mostSeconds, secondsToRead, spokenMatter, spokenNotice } from '../../shared/words/aloud'
import { qualityHints } from '../../shared/matters/suggestion/quality-hints'

const good = {
  subject: '修复大郭西段河堤',
  facts: '新河堤大郭西段去年汛期冲垮 200 米，因为基础没有打牢，300 多人出行要绕路三里。',
  proposal: '汛期前修复冲垮的 200 米，村边一段装围栏。',
}

test('a good text needs no advice, and neither does an empty one', () => {
  expect([qualityHints(good), qualityHints({ subject: '', facts: '', proposal: '' })]).toEqual([[], []])
})

test.each([
  ['facts', '多少米、多少户', { facts: '大郭西村的河堤去年汛期被冲垮，因为没有人管护，群众出行很不方便。' }],
  [
    'facts',
    '什么地方',
    { subject: '要有体育设施', facts: '晚上想锻炼的人很多，已经等了 3 年，因为没有器材。' },
  ],
  [
    'facts',
    '为什么会这样',
    {
      facts:
        '大郭西村的河堤垮了 200 米，每天 300 人要绕路三里去上学和赶集，牲畜掉下去过 4 次，老人孩子都不敢走，天黑以后更不敢走，赶集的日子要堵上半天。',
    },
  ],
  ['facts', '不止一件事', { facts: `${good.facts}另外，村里的路灯也坏了 9 盏。` }],
  ['facts', '个人信息', { facts: `${good.facts}联系人电话 13800000001。` }],
  ['proposal', '不好办也不好验收', { proposal: '希望有关部门高度重视' }],
  ['proposal', '不好办也不好验收', { proposal: '请尽快解决。' }],
  ['proposal', '再具体一点', { proposal: '请来看看。' }],
  ['proposal', '不止一件事', { proposal: '修复冲垮的 200 米。此外，把路灯也换了。' }],
  ['subject', '哪里、什么事', { subject: '修河堤' }],
  ['subject', '两件事', { subject: '修河堤、换路灯的建议' }],
] as const)('%s: %s', (field, words, change) => {
  const found = qualityHints({ ...good, ...change })
  expect(found.map((hint) => hint.field)).toContain(field)
  expect(found.find((hint) => hint.sentence.includes(words))?.field).toBe(field)
})

test('it says each thing in one polite sentence', () => {
  const all = qualityHints({
    subject: '事',
    facts: '另外13800000001还有的事情说不清楚',
    proposal: '同时重视',
  })
  expect(all.length).toBeGreaterThan(4)
  expect(all.filter(({ sentence }) => !/[。]$/.test(sentence))).toEqual([])
})

test('the sentence for board and loudspeaker is hinted at where nobody would understand it by ear', () => {
  expect(plainHints('桥修好了，车能过')).toEqual([])
  expect(plainHints('高度重视，切实推进')).toEqual([expect.stringContaining('“高度重视”“切实”')])
  expect(plainHints('修路 3.8 公里，装灯 12 盏')).toEqual(['一句话里最好只有一个数，听的人才记得住。'])
})

test('what is read at the microphone takes a minute at most, and says where to read on', () => {
  const bank = { item: '修复大郭西段河堤', unit: '镇水利站', plain: '正在办' }
  const said = spokenMatter({ ...bank, sentence: '河堤修好了。' })
  expect(said).toBe(
    '乡亲们：人大代表提出的“修复大郭西段河堤”，镇水利站答复了：河堤修好了。办得好不好，请告诉您的代表。',
  )
  // 42 letters at four a second, and four breaths of half a second.
  expect(secondsToRead(said)).toBe(13)
  expect(spokenMatter({ ...bank, sentence: null })).toContain('，正在办。')
  const long = spokenMatter({ ...bank, sentence: '先修最险的八十米，再修别的。'.repeat(40) })
  expect(long).toMatch(/。详细的贴在公告栏里。办得好不好，请告诉您的代表。$/)
  expect(secondsToRead(long)).toBeLessThanOrEqual(mostSeconds)
  const many = Array.from({ length: 40 }, (_, at) => `A1B2C${at}`)
  expect(secondsToRead(spokenNotice('大郭西村', many, '代表之家'))).toBeLessThanOrEqual(mostSeconds)
})
