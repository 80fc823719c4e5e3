import * as columns from './columns'
import type { Column, Read } from './columns'

/**
 * What an office's workbook looks like: sheets and columns, as rows of a table. Columns are found by their heading;
 * nothing is said where an optional sheet is missing.
 */

const needed = <T>(
  heading: string,
  read: Read<T>,
  example: string,
  ...also: string[]
): Column<T> & { needed: true } => ({ heading, also, read, example, needed: true })
const maybe = <T>(
  heading: string,
  read: Read<T>,
  example: string,
  ...also: string[]
): Column<T> & { needed: false } => ({ heading, also, read, example, needed: false })

const village = () =>
  maybe(
    '所在村',
    columns.text(40),
    '某某村',
    '村（社区）',
    '村',
    '村名',
    '所属村',
    '所在村（社区）',
    '行政村',
  )
const phoneColumn = (example: string) =>
  maybe(
    '手机号',
    columns.phone,
    example,
    '联系电话',
    '电话',
    '手机',
    '手机号码',
    '联系方式',
    '电话号码',
    '移动电话',
  )

export const sheets = {
  villages: {
    name: '村',
    also: ['村（社区）', '行政村', '村居'],
    columns: {
      name: needed(
        '村名',
        columns.text(40),
        '某某村',
        '村（社区）名称',
        '村名称',
        '村（社区）',
        '行政村',
        '名称',
      ),
    },
  },
  deputies: {
    name: '代表',
    also: ['代表名册', '代表名单', '人大代表', '人大代表名册', '人大代表名单', '代表花名册'],
    columns: {
      name: needed('姓名', columns.personName, '王某某', '代表姓名', '名字'),
      gender: maybe('性别', columns.gender, '男'),
      phone: phoneColumn('138xxxx0001'),
      level: {
        ...needed('代表级别', columns.congressLevel, '镇人大代表', '层级', '级别', '代表层级', '代表类别'),
        absent: { value: 'township' as const, notice: '没有“代表级别”这一列，都当作镇人大代表' },
      },
      certificateNo: maybe(
        '代表证号',
        columns.text(40),
        '镇001',
        '代表证编号',
        '证号',
        '代表证',
        '代表证号码',
      ),
      district: maybe('选区', columns.text(40), '第一选区', '所属选区', '所在选区', '选举单位', '选区名称'),
      group: maybe('代表小组', columns.text(40), '第一代表小组', '所在小组', '所属小组', '小组', '代表组'),
      groupPost: maybe('小组职务', columns.leader, '组长', '组内职务'),
      village: village(),
      occupation: maybe(
        '职业',
        columns.text(40),
        '种植户',
        '工作单位及职务',
        '职务',
        '单位及职务',
        '现任职务',
      ),
    },
  },
  units: {
    name: '承办单位',
    also: ['单位', '办理单位', '承办单位名单'],
    columns: {
      name: needed('单位名称', columns.text(40), '某某站', '承办单位', '承办单位名称', '单位'),
      kind: needed('单位类型', columns.unitKind, '镇直部门', '单位类别', '类型', '类别'),
      bureau: maybe('主管局委', columns.text(60), '县水利局', '主管部门', '上级主管'),
      head: maybe('负责人', columns.personName, '李某某', '主要负责人'),
      headPhone: maybe('负责人电话', columns.phone, '138xxxx0002', '主要负责人电话'),
      leader: maybe('分管领导', columns.personName, '张某某', '分管负责人'),
      leaderPhone: maybe('分管领导电话', columns.phone, '138xxxx0003', '分管负责人电话'),
      clerk: maybe('经办人', columns.personName, '赵某某', '联络员', '承办人', '联系人'),
      clerkPhone: maybe('经办人电话', columns.phone, '138xxxx0004', '联络员电话', '承办人电话', '联系人电话'),
    },
  },
  stations: {
    name: '站点',
    also: ['代表之家', '站点名单', '代表联络站', '活动室'],
    columns: {
      name: needed('站点名称', columns.text(40), '某某村人大代表活动室', '名称', '站点', '联络站名称'),
      kind: needed('站点类型', columns.stationKind, '代表活动室', '类型', '站点类别', '类别'),
      village: village(),
      address: maybe('地址', columns.text(100), '某某村委会一楼', '详细地址', '所在地'),
      openingHours: maybe('开放时间', columns.text(60), '工作日 9:00—17:00'),
      receptionDays: maybe('接访日', columns.receptionDays, '每月第二个星期二', '接待日', '代表接待日'),
      receptionTime: maybe('接访时间', columns.text(20), '9:00', '接待时间'),
      deputies: maybe('值守代表', columns.names, '王某某', '驻站代表', '进站代表', '轮值代表'),
    },
  },
  sessions: {
    name: '会议',
    also: ['人代会', '届次', '会次'],
    optional: true,
    columns: {
      termNo: needed('届', columns.ordinal, '第某某届', '届次', '届别'),
      sessionNo: needed('次', columns.ordinal, '第某某次', '会次', '次数', '次会议'),
      openedOn: needed(
        '开会日期',
        columns.day,
        '某某年-01-20',
        '开幕日期',
        '召开日期',
        '开会时间',
        '召开时间',
      ),
      closedOn: maybe('闭会日期', columns.day, '某某年-01-21', '闭幕日期', '闭会时间'),
    },
  },
  electedDeputies: {
    name: '新一届代表',
    also: ['新一届代表名单', '新一届代表名册', '当选代表', '当选代表名单', '换届代表名单'],
    optional: true,
    columns: {
      termNo: needed('届', columns.ordinal, '第某某届', '届次', '届别', '第几届'),
      name: needed('姓名', columns.personName, '王某某', '代表姓名', '名字', '当选人'),
      gender: maybe('性别', columns.gender, '男'),
      phone: phoneColumn('138xxxx0006'),
      level: maybe('代表级别', columns.congressLevel, '镇人大代表', '层级', '级别', '代表层级'),
      certificateNo: maybe('代表证号', columns.text(40), '镇001', '代表证编号', '证号', '代表证'),
      district: maybe('选区', columns.text(40), '第一选区', '所属选区', '所在选区', '选区名称'),
      group: maybe('代表小组', columns.text(40), '第一代表小组', '所在小组', '所属小组', '小组'),
      groupPost: maybe('小组职务', columns.leader, '组长', '组内职务'),
      village: village(),
      occupation: maybe('职业', columns.text(40), '种植户', '工作单位及职务', '职务', '单位及职务'),
      paper: maybe('公告或文件', columns.text(60), '某某镇人大公告第 1 号', '公告', '文件', '文号'),
    },
  },
  staff: {
    name: '工作人员',
    also: ['人大工作人员', '岗位', '工作人员名单'],
    columns: {
      name: needed('姓名', columns.personName, '陈某某'),
      phone: phoneColumn('138xxxx0005'),
      post: needed('岗位', columns.officePost, '镇人大办工作人员', '职责', '岗位职责'),
    },
  },
} as const

export type Sheets = typeof sheets
export type SheetKey = keyof Sheets

type ValueOf<C> = C extends Column<infer T> ? (C extends { needed: true } ? T : T | undefined) : never
/** A row that was read, with the number that the spreadsheet shows. */
export type RowOf<K extends SheetKey> = { row: number } & {
  [name in keyof Sheets[K]['columns']]: ValueOf<Sheets[K]['columns'][name]>
}
export type Rows = { [K in SheetKey]: RowOf<K>[] }
/** Rows of which not every cell could be read. */
export type Halves = { [K in SheetKey]?: (Partial<RowOf<K>> & { row: number })[] }
