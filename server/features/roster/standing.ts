import { posts } from '../../../shared/permissions'
import { presidiumPosts } from '../../../shared/registers/posts'
import { congressLevels, stationKinds, unitKinds } from '../../../shared/words/words'
import type { Reader } from '../../database/source'

export type Cells = Readonly<Record<string, string | number | null>>
/** The rows of each table, by their key. */
export type Standing = ReadonlyMap<TableName, ReadonlyMap<string, Cells>>

interface Kept {
  /** What a row is called in a list. */
  word: string
  from?: string
  key: readonly string[]
  /** The columns that people know, as they know them. */
  labels: Readonly<Record<string, string>>
}

/** What a roster writes, each table after those that its rows name. */
const tables = {
  village: { word: '村', key: ['id'], labels: { name: '村名' } },
  deputy_group: { word: '代表小组', key: ['id'], labels: { name: '名称' } },
  electoral_district: { word: '选区', key: ['id'], labels: { name: '名称' } },
  handling_unit: {
    word: '承办单位',
    key: ['id'],
    labels: { name: '单位名称', unit_kind: '单位类型', supervising_bureau: '主管局委' },
  },
  person: {
    word: '人',
    key: ['id'],
    labels: {
      ...{ name: '姓名', phone: '手机号', gender: '性别', occupation: '职业', village_id: '所在村' },
      ...{ deputy_group_id: '代表小组', group_leader: '组长' },
    },
  },
  mandate: {
    word: '代表职务',
    key: ['id'],
    labels: { electoral_district_id: '选区', certificate_no: '代表证号', ended_on: '终止日期' },
  },
  post: {
    word: '岗位',
    key: ['id'],
    labels: { presidium_post: '主席团里的职务', ended_on: '离任日期' },
  },
  liaison_station: {
    word: '站点',
    key: ['id'],
    labels: {
      ...{ name: '站点名称', station_kind: '站点类型', village_id: '所在村', address: '地址' },
      ...{ opening_hours: '开放时间', reception_time: '接访时间' },
    },
  },
  station_deputy: {
    word: '值守',
    from: `station_deputy t JOIN liaison_station s ON s.id = t.liaison_station_id WHERE s.town_id = ?`,
    key: ['liaison_station_id', 'person_id'],
    labels: {},
  },
  congress_session: {
    word: '会议',
    key: ['id'],
    labels: { opened_on: '开会日期', closed_on: '闭会日期' },
  },
  elected_deputy: {
    word: '新一届代表',
    key: ['id'],
    labels: {
      ...{ electoral_district_id: '选区', certificate_no: '代表证号', deputy_group_id: '代表小组' },
      ...{ group_leader: '组长', paper: '公告或文件' },
    },
  },
} as const satisfies Record<string, Kept>

export type TableName = keyof typeof tables
export const rosterTables: Readonly<Record<TableName, Kept>> = tables
export const tableNames = Object.keys(tables) as TableName[]

export const keyIn = (table: TableName, row: Cells) =>
  rosterTables[table].key.map((column) => String(row[column])).join('|')

/** All that stands in the register of a town, whole rows: what comes to stand in them later is kept as well. */
export async function readStanding(reader: Reader, townId: string): Promise<Standing> {
  const standing = new Map<TableName, Map<string, Cells>>()
  for (const table of tableNames) {
    const from = rosterTables[table].from ?? `${table} t WHERE t.town_id = ?`
    const rows = await reader.query<Cells[]>(`SELECT t.* FROM ${from}`, [townId])
    standing.set(table, new Map(rows.map((row) => [keyIn(table, row), row])))
  }
  return standing
}

/** How whatever a row names is called. */
export function callerOf(...standings: readonly Standing[]) {
  const names = new Map<string, string>()
  for (const standing of standings)
    for (const rows of standing.values())
      for (const { id, name } of rows.values())
        if (typeof id === 'string' && typeof name === 'string') names.set(id, name)
  const called = (id: unknown) => (typeof id === 'string' ? (names.get(id) ?? '') : '')
  const among = (words: Readonly<Record<string, string>>, value: unknown) => words[String(value)] ?? ''

  /** Of a phone only its end: the report lies open on a desk. */
  const wordOf = (column: string, value: Cells[string] | undefined): string | null => {
    if (value === null || value === undefined || value === '') return null
    if (column === 'phone') return `尾号 ${String(value).slice(-4)}`
    if (column === 'gender') return value === 'male' ? '男' : '女'
    if (column === 'group_leader') return Number(value) === 1 ? '是' : '否'
    if (column === 'unit_kind') return among(unitKinds, value)
    if (column === 'station_kind') return among(stationKinds, value)
    if (column === 'presidium_post') return among(presidiumPosts, value)
    return column.endsWith('_id') ? called(value) : String(value)
  }
  const titleOf = (table: TableName, row: Cells): string => {
    if (table === 'mandate') return `${called(row.person_id)} ${among(congressLevels, row.congress_level)}`
    if (table === 'post') {
      const label = posts[row.post_kind as keyof typeof posts].label
      const within = among(presidiumPosts, row.presidium_post)
      return [called(row.person_id), called(row.handling_unit_id), label, within].filter(Boolean).join(' ')
    }
    if (table === 'congress_session') return `第${row.term_no}届第${row.session_no}次`
    if (table === 'elected_deputy') return `第${row.term_no}届 ${called(row.person_id)}`
    return String(row.name ?? '')
  }
  return { wordOf, titleOf }
}
