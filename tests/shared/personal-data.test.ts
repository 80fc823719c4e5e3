import { findPersonal, type PersonalKind } from '../../shared/personal-data/personal-data'
import { numberFrom, ordinaryTexts, personalTexts } from '../support/personal-texts'

const kindsIn = (text: string, known = {}) => findPersonal(text, known).map(({ kind }) => kind)
const marked = (text: string, known = {}) =>
  findPersonal(text, known).map(({ from, to }) => text.slice(from, to))

describe('what is personal in a public text', () => {
  it('is found at least 99 times in 100 where it is a telephone or an ID number', () => {
    const texts = personalTexts(numberFrom(20260731), 1200)
    const missed = texts.filter(({ kind, text }) => !kindsIn(text).includes(kind)).map(({ text }) => text)
    expect(texts.length).toBeGreaterThanOrEqual(500)
    expect(missed.length / texts.length).toBeLessThanOrEqual(0.01)
  })

  it('is seen in at most 5 of 100 ordinary texts', () => {
    const texts = ordinaryTexts(numberFrom(20260731), 1200)
    const roster = ['王建国', '李秀英', '赵永强', '高保山']
    const wrong = texts.filter((text) => kindsIn(text, { roster }).length > 0)
    expect(texts.length).toBeGreaterThanOrEqual(500)
    expect(wrong.length / texts.length).toBeLessThanOrEqual(0.05)
  })

  it.each<[string, PersonalKind, string]>([
    ['修好试丁（电话13900003333）家门前的路', 'mobile', '13900003333'],
    ['修好１３９ ００００ ３３３３反映的路', 'mobile', '１３９ ００００ ３３３３'],
    ['打一三九零零零零三三三三问', 'mobile', '一三九零零零零三三三三'],
    ['打+86 139-0000-3333问', 'mobile', '86 139-0000-3333'],
    ['打1\u200b39\u200d00003333问', 'mobile', '1\u200b39\u200d00003333'],
    ['打139oooo3333问', 'mobile', '139oooo3333'],
    ['打（0372）555-6666问', 'landline', '0372）555-6666'],
    ['电话5556666', 'landline', '5556666'],
    ['给11010519491231002X补办低保', 'idNumber', '11010519491231002X'],
    ['给110105 19491231 002x补办低保', 'idNumber', '110105 19491231 002x'],
    ['给110105491231002补办', 'idNumber', '110105491231002'],
    ['钱打到6222021234567890128', 'bankCard', '6222021234567890128'],
    ['加微信：hfb_laozhou88', 'wechat', '微信：hfb_laozhou88'],
    ['加wx hfb_laozhou88', 'wechat', 'wx hfb_laozhou88'],
    ['QQ：123456789', 'qq', 'QQ：123456789'],
    ['豫E·12345挡住了路', 'plate', '豫E·12345'],
    ['他住大郭村3组12号院', 'door', '组12号院'],
    ['幸福小区3号楼2单元501室漏水', 'door', '3号楼2单元501室'],
  ])('%s: %s', (text, kind, place) => {
    expect({ kinds: kindsIn(text), marked: marked(text) }).toEqual({ kinds: [kind], marked: [place] })
  })

  it.each([
    '修好12345热线反映的水渠，投入3.5万元',
    '遇险请打110、119、120',
    '禾水〔2026〕34号',
    '投入 1380000 元，修路 13.9 公里',
    '2026年11月28日至2027-03-01完工',
    '监督热线400-820-8820',
    '王建国代表面商，接到群众投诉',
    '修好3号沟和2号桥',
    '关注微信公众号 hefengba',
    '二〇二六年十二月三十一日前办成',
    '惠及 1389 户 5566 人',
  ])('%s passes', (text) => {
    expect(findPersonal(text, { roster: ['王建国'] })).toEqual([])
  })

  it('a resident behind the matter is found in whatever context, spaced too', () => {
    expect(marked('周 桂兰家的水，请修', { residents: ['周桂兰', '5556666'] })).toEqual(['周 桂兰'])
    expect(marked('回访 555-6666', { residents: ['周桂兰', '5556666'] })).toEqual(['555-6666'])
  })

  it.each([
    ['王建国代表面商', false],
    ['由镇党委书记王建国领办', false],
    ['王建国贪污修路的钱', true],
    ['骂王建国是无赖', true],
    ['王建国家住大郭村', true],
    ['王建国代表贪污', true],
    ['王建国答复。群众贪污线索另行移交', false],
  ])('a name on the roster: %s', (text, held) => {
    expect(kindsIn(text, { roster: ['王建国'] })).toEqual(held ? ['person'] : [])
  })
})
