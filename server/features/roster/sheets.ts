import * as columns from './columns'
import type { Column, Read } from './columns'

/**
 * What an office's workbook looks like: sheets and columns, as rows of a table. Columns are found by their heading;
 * nothing is said where an optional sheet is missing.
 */

const needed = <T>(heading: string, read: Read<T>, example: string): Column<T> & { needed: true } => ({
  heading,
  read,
  example,
  needed: true,
})
const maybe = <T>(heading: string, read: Read<T>, example: string): Column<T> & { needed: false } => ({
  heading,
  read,
  example,
  needed: false,
})

export const sheets = {
  villages: { name: '村', columns: { name: needed('村名', columns.text(40), '某某村') } },
  deputies: {
    name: '代表',
    columns: {
      name: needed('姓名', columns.text(20), '王某某'),
      gender: maybe('性别', columns.gender, '男'),
      phone: maybe('手机号', columns.phone, '138xxxx0001'),
      level: needed('代表级别', columns.congressLevel, '镇人大代表'),
      certificateNo: maybe('代表证号', columns.text(40), '镇001'),
      district: maybe('选区', columns.text(40), '第一选区'),
      group: maybe('代表小组', columns.text(40), '第一代表小组'),
      groupPost: maybe('小组职务', columns.leader, '组长'),
      village: maybe('所在村', columns.text(40), '某某村'),
      occupation: maybe('职业', columns.text(40), '种植户'),
    },
  },
  units: {
    name: '承办单位',
    columns: {
      name: needed('单位名称', columns.text(40), '某某站'),
      kind: needed('单位类型', columns.unitKind, '镇直部门'),
      bureau: maybe('主管局委', columns.text(60), '县水利局'),
      head: maybe('负责人', columns.text(20), '李某某'),
      headPhone: maybe('负责人电话', columns.phone, '138xxxx0002'),
      leader: maybe('分管领导', columns.text(20), '张某某'),
      leaderPhone: maybe('分管领导电话', columns.phone, '138xxxx0003'),
      clerk: maybe('经办人', columns.text(20), '赵某某'),
      clerkPhone: maybe('经办人电话', columns.phone, '138xxxx0004'),
    },
  },
  stations: {
    name: '站点',
    columns: {
      name: needed('站点名称', columns.text(40), '某某村人大代表活动室'),
      kind: needed('站点类型', columns.stationKind, '代表活动室'),
      village: maybe('所在村', columns.text(40), '某某村'),
      address: maybe('地址', columns.text(100), '某某村委会一楼'),
      openingHours: maybe('开放时间', columns.text(60), '工作日 9:00—17:00'),
      receptionRule: maybe('接访日', columns.receptionRule, '每月第二个星期二'),
      receptionTime: maybe('接访时间', columns.text(20), '9:00'),
      deputies: maybe('值守代表', columns.names, '王某某'),
    },
  },
  sessions: {
    name: '会议',
    optional: true,
    columns: {
      termNo: needed('届', columns.ordinal, '第某某届'),
      sessionNo: needed('次', columns.ordinal, '第某某次'),
      openedOn: needed('开会日期', columns.day, '某某年-01-20'),
      closedOn: maybe('闭会日期', columns.day, '某某年-01-21'),
    },
  },
  staff: {
    name: '工作人员',
    columns: {
      name: needed('姓名', columns.text(20), '陈某某'),
      phone: maybe('手机号', columns.phone, '138xxxx0005'),
      post: needed('岗位', columns.officePost, '镇人大办工作人员'),
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
