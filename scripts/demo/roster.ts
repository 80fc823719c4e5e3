import ExcelJS from 'exceljs'
import { addDays, type Day } from '../../shared/rules/days'
import type { Column } from '../../server/features/roster/columns'
import { type SheetKey, sheets } from '../../server/features/roster/sheets'
import { cityOnlyNames, townshipNames } from './names'
import { units } from './units'

/**
 * The workbook of an invented town, sized like a real one: 15 villages, 60 township and 22 city deputies in 7 groups,
 * one home and 14 activity rooms, 42 units. Nobody in it exists.
 */
export const demoTown = { town: '禾丰坝镇', county: '云岭县', profile: 'henan' } as const

export const villages = [
  '大郭西村',
  '小郭西村',
  '河湾村',
  '石桥村',
  '柳树坪村',
  '龙潭村',
  '大营村',
  '小营村',
  '新寨村',
  '老寨村',
  '沙坝村',
  '碧云村',
  '红土坡村',
  '长冲村',
  '田心社区',
] as const

const occupations = [
  '种植户',
  '小学教师',
  '村医',
  '养殖户',
  '村党总支书记',
  '合作社理事长',
  '个体户',
  '护林员',
  '农机手',
  '镇干部',
]
const numerals = ['一', '二', '三', '四', '五', '六', '七']

/** The invented number of the nth person: never assigned by any operator in this block of the demo. */
const phoneOf = (index: number) => `1380000${String(1000 + index).padStart(4, '0')}`
const unitPhoneOf = (index: number) => `1390000${String(1000 + index).padStart(4, '0')}`

type Line = Partial<Record<string, string>>

function deputyLines(): Line[] {
  const township = townshipNames.map((name, index) => ({
    姓名: name,
    性别: index % 4 === 1 ? '女' : '男',
    手机号: phoneOf(index),
    代表级别: '镇人大代表',
    代表证号: `禾镇${String(index + 1).padStart(3, '0')}`,
    选区: `第${(index % 20) + 1}选区`,
    代表小组: `第${numerals[index % 7]}代表小组`,
    小组职务: index < 7 ? '组长' : '',
    所在村: villages[index % villages.length],
    职业: occupations[index % occupations.length],
  }))
  // Three people hold both mandates: the same name and phone in two lines.
  const both = [3, 10, 24]
  const city = [
    ...both.map((index) => ({ name: townshipNames[index] ?? '', phone: phoneOf(index), index })),
    ...cityOnlyNames.map((name, index) => ({ name, phone: phoneOf(100 + index), index: index + 5 })),
  ]
  return [
    ...township,
    ...city.map(({ name, phone, index }, place) => ({
      姓名: name,
      手机号: phone,
      代表级别: '市人大代表',
      代表证号: `云市${String(place + 1).padStart(3, '0')}`,
      选区: `市代表第${(place % 2) + 1}选区`,
      代表小组: `第${numerals[index % 7]}代表小组`,
      职业: occupations[(index + 3) % occupations.length],
    })),
  ]
}

function unitLines(): Line[] {
  return units.map(({ name, kind, bureau, people }, index) => ({
    单位名称: name,
    单位类型: kind,
    主管局委: bureau,
    负责人: people[0],
    负责人电话: unitPhoneOf(index * 3),
    分管领导: people[1],
    分管领导电话: unitPhoneOf(index * 3 + 1),
    经办人: people[2],
    经办人电话: unitPhoneOf(index * 3 + 2),
  }))
}

function stationLines(): Line[] {
  const onDuty = (village: number) =>
    townshipNames.filter((_, index) => index % villages.length === village).join('、')
  return [
    {
      站点名称: '禾丰坝镇人大代表之家',
      站点类型: '代表之家',
      所在村: '田心社区',
      地址: '镇政府大院东楼一层',
      开放时间: '工作日 9:00—17:00',
      接访日: '每月第二个星期二',
      接访时间: '9:00',
      值守代表: townshipNames.slice(0, 7).join('、'),
    },
    ...villages.slice(0, 14).map((village, index) => ({
      站点名称: `${village.replace(/村$/, '')}人大代表活动室`,
      站点类型: '代表活动室',
      所在村: village,
      地址: `${village}委会一楼`,
      开放时间: '每天 9:00—17:00',
      接访日: '每月第二个星期二',
      接访时间: '9:00',
      值守代表: onDuty(index),
    })),
  ]
}

function staffLines(): Line[] {
  const presidium = ['周明德', ...townshipNames.slice(40, 46)]
  return [
    { 姓名: '陈静', 手机号: '13800009001', 岗位: '镇人大办工作人员' },
    { 姓名: '刘晓梅', 手机号: '13800009002', 岗位: '镇人大办工作人员' },
    ...presidium.map((name) => ({
      姓名: name,
      手机号: phoneOf(townshipNames.indexOf(name)),
      岗位: '主席团成员',
    })),
    { 姓名: '马国栋', 手机号: '13800009021', 岗位: '领办领导' },
    { 姓名: '宋丽萍', 手机号: '13800009022', 岗位: '领办领导' },
    { 姓名: '黎永康', 手机号: '13800009023', 岗位: '镇党委工作人员' },
    { 姓名: '林向东', 手机号: '13800009009', 岗位: '县人大工作人员' },
  ]
}

/** Two sessions of this term: one before the oldest matter of the demo, and one in which the first of them were handed in. */
function sessionLines(today: Day): Line[] {
  const session = (次: string, daysAgo: number): Line => ({
    届: '19',
    次,
    开会日期: addDays(today, -daysAgo),
    闭会日期: addDays(today, -daysAgo + 2),
  })
  return [session('1', 400), session('2', 191)]
}

export const makeDemoRoster = (today: Day): Promise<Buffer> =>
  makeBook({
    villages: villages.map((village) => ({ 村名: village })),
    deputies: deputyLines(),
    units: unitLines(),
    stations: stationLines(),
    sessions: sessionLines(today),
    staff: staffLines(),
  })

/** A workbook of these sheets, with the headings of the template. */
export async function makeBook(lines: Partial<Record<SheetKey, Line[]>>): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  for (const key of Object.keys(lines) as SheetKey[]) {
    const headings = Object.values<Column<unknown>>(sheets[key].columns).map(({ heading }) => heading)
    const sheet = workbook.addWorksheet(sheets[key].name)
    sheet.addRow(headings)
    for (const line of lines[key] ?? []) sheet.addRow(headings.map((heading) => line[heading] ?? ''))
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
