import type { PersonalKind } from '../../shared/personal-data/personal-data'

/** Even numbers from a seed: the same texts every time. */
export function numberFrom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
type Chance = ReturnType<typeof numberFrom>

const pick = <T>(chance: Chance, list: readonly T[]): T => list[chance(list.length)] as T
const digits = (chance: Chance, count: number) =>
  Array.from({ length: count }, () => String(chance(10))).join('')

const mobile = (chance: Chance) => `1${String(3 + chance(7))}${digits(chance, 9)}`
const landline = (chance: Chance) =>
  chance(2) === 0
    ? `0${String(3 + chance(7))}${digits(chance, 2)}${String(2 + chance(7))}${digits(chance, 6)}`
    : `0${pick(chance, ['10', '21', '22', '23', '25', '27', '29'])}${String(2 + chance(7))}${digits(chance, 7)}`

function idNumber(chance: Chance) {
  const place = pick(chance, ['110105', '410522', '370102', '330106', '500112', '310115', '650102'])
  const two = (value: number) => String(value).padStart(2, '0')
  const born = `${String(1930 + chance(90))}${two(1 + chance(12))}${two(1 + chance(28))}`
  const head = `${place}${born}${digits(chance, 3)}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((all, weight, at) => all + weight * Number(head.charAt(at)), 0)
  if (chance(5) === 0) return `${place}${born.slice(2)}${digits(chance, 3)}`
  return `${head}${'10X98765432'.charAt(sum % 11)}`
}

const fullWidth = (text: string) =>
  text.replace(/[0-9X]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
const han = (text: string) => text.replace(/[0-9]/g, (one) => '零一二三四五六七八九'.charAt(Number(one)))
const grouped = (text: string, sizes: readonly number[], between: string) => {
  const parts: string[] = []
  let at = 0
  for (const size of sizes) {
    parts.push(text.slice(at, at + size))
    at += size
  }
  return [...parts, text.slice(at)].filter((part) => part !== '').join(between)
}

const asTyped: Record<
  'mobile' | 'landline' | 'idNumber',
  readonly ((text: string, chance: Chance) => string)[]
> = {
  mobile: [
    (text) => text,
    fullWidth,
    han,
    (text, chance) =>
      grouped(text, [3, 4], pick(chance, [' ', '-', '－', '  ', '·', '—', '\u3000', '.', '/'])),
    (text, chance) => grouped(text, [4, 3], pick(chance, [' ', '-'])),
    (text) => grouped(text, Array<number>(10).fill(1), ' '),
    (text) => `+86${text}`,
    (text) => `+86 ${grouped(text, [3, 4], ' ')}`,
    (text) => `0086-${text}`,
    (text) => grouped(text, [3, 4], '\u200b'),
    (text) => `${han(text.slice(0, 3))}${text.slice(3)}`,
    (text) => text.replace(/0/g, 'o').replace(/^o/, '0'),
    (text) => fullWidth(grouped(text, [3, 4], ' ')),
  ],
  landline: [
    (text) => text,
    (text) => grouped(text, [/^0(10|2)/.test(text) ? 3 : 4], '-'),
    (text) => `（${grouped(text, [/^0(10|2)/.test(text) ? 3 : 4], '）')}`,
    (text) => grouped(text, [/^0(10|2)/.test(text) ? 3 : 4, 4], ' '),
    fullWidth,
    han,
  ],
  idNumber: [
    (text) => text,
    fullWidth,
    (text) => text.toLowerCase(),
    (text) => (text.length === 18 ? grouped(text, [6, 8], ' ') : text),
    (text) => (text.length === 18 ? grouped(text, [6, 4, 4], '-') : text),
  ],
}
const around = [
  ['修好试丁（电话', '）家门前的路'],
  ['给', '补办手续'],
  ['已经回访，', '。'],
  ['联系人', '，三组的水沟通了'],
  ['', ''],
  ['请打', '问情况；投入3.5万元'],
  ['12月3日，', '说水还没有通'],
] as const

/** Sentences with one telephone or ID number each, typed in the ways that people type them. */
export function personalTexts(chance: Chance, count: number): { kind: PersonalKind; text: string }[] {
  const makers = { mobile, landline, idNumber } as const
  return Array.from({ length: count }, () => {
    const kind = pick(chance, ['mobile', 'mobile', 'landline', 'idNumber'] as const)
    const typed = pick(chance, asTyped[kind])(makers[kind](chance), chance)
    const [before, after] = pick(chance, around)
    return { kind, text: `${before}${typed}${after}` }
  })
}

const day = (chance: Chance) =>
  `${String(2024 + chance(4))}年${String(1 + chance(12))}月${String(1 + chance(28))}日`
const dashed = (chance: Chance) =>
  `${String(2024 + chance(4))}-${String(10 + chance(3))}-${String(10 + chance(18))}`
const ordinary: readonly ((chance: Chance) => string)[] = [
  (chance) => `修复大郭西段河堤${String(chance(9000))}米，投入${String(chance(9_000_000))}元`,
  (chance) => `禾水〔${String(2020 + chance(8))}〕${String(1 + chance(300))}号文件已经答复`,
  (chance) => `${day(chance)}开工，${day(chance)}前完工`,
  (chance) => `${dashed(chance)}至${dashed(chance)}施工，投资 ${String(chance(9000))} 万元`,
  (chance) =>
    `接到${pick(chance, ['12345', '12388', '110', '119', '120', '12315', '96196'])}热线转来的事，已经办好`,
  (chance) => `王建国代表与赵永强面商，商定先修${String(1 + chance(20))}号沟`,
  (chance) =>
    `由镇党委书记${pick(chance, ['王建国', '高保山'])}领办，惠及${String(chance(9000))}户${String(chance(30000))}人`,
  (chance) => `绿化${String(chance(900))}.${String(chance(10))}亩，栽树${String(chance(90000))}株`,
  (chance) =>
    `安装路灯${String(chance(500))}盏，覆盖${String(1 + chance(20))}个村、${String(1 + chance(60))}个小组`,
  (chance) =>
    `合同编号HT-${String(2024 + chance(4))}-${digits(chance, 4)}，预算${digits(chance, 3)}.${digits(chance, 2)}万元`,
  (chance) => `S${String(200 + chance(99))}省道K${String(chance(90))}+${digits(chance, 3)}处修好护栏`,
  (chance) => `监督电话12345，服务热线400-${digits(chance, 3)}-${digits(chance, 4)}`,
  (chance) =>
    `${String(1 + chance(12))}号桥、${String(1 + chance(12))}号泵站和第${pick(chance, ['一', '二', '三'])}水厂已经修好`,
  (chance) =>
    `第${pick(chance, ['一', '二', '三'])}季度用水${String(chance(90000))}立方米，电费${String(chance(90000))}元`,
  (chance) => `开放时间：周一至周五 8:${digits(chance, 1)}0-12:00，14:30-17:${digits(chance, 1)}0`,
  (chance) => `李秀英代表提出的第${String(1 + chance(90))}号建议列入${String(2025 + chance(3))}年计划`,
  (chance) => `新建文化广场${String(chance(3000))}平方米，地址在人民路${String(1 + chance(200))}号镇政府旁`,
  () => '代表之家设在镇党群服务中心一楼，二〇二六年三月一日起开放',
]
/** Sentences as units and offices write them, full of numbers and names that anybody may read. */
export const ordinaryTexts = (chance: Chance, count: number) =>
  Array.from({ length: count }, () => pick(chance, ordinary)(chance))
