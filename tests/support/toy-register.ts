import { defineRegister } from '../../shared/grammar/register'
import { amount, choice, day, line, maybe, phone, picked, tick } from '../../shared/grammar/fields'
import type { Register } from '../../shared/grammar/register'
import type { Apart } from '../../server/apart/reads'
import type { Database, Reader } from '../../server/database/source'
import { type Keeping, namedRows, type Option } from '../../server/engine/registers/kept-register'
import { writeTable } from '../../server/features/registers/write-table'
import type { Actor } from '../../server/http/actor'
import { wrongField } from '../../shared/words/refusals'

/** A register of no office, with a field of each kind and two that not everybody may read. */
export const toyContacts = defineRegister({
  name: 'toyContact',
  word: '试用联系人',
  says: '只在测试里有。',
  empty: '还没有联系人。',
  readBy: 'followWork',
  keptBy: 'keepSessions',
  fields: {
    name: line('姓名', 20),
    area: choice('片区', { east: '东片', west: '西片' }),
    since: maybe(day('从哪天起', 'earlier')),
    households: maybe(amount('联系户数', 999)),
    active: maybe(tick('经常联系')),
    unitId: maybe(picked('单位', 'unit')),
    phone: phone('电话'),
    remark: maybe(line('备注', 60)),
  },
  fixed: ['area'],
  private: { phone: 'invite', remark: 'invite' },
  title: ({ name }) => name ?? '',
  listed: ['area', 'since'],
  order: { by: 'name', first: 'least' },
  findBy: ['name', 'area', 'households', 'since', 'unitId', 'phone', 'remark'],
  key: ['name'],
  adds: '增加联系人',
  ends: { label: '停用', ended: '已停用', restore: '恢复' },
  counts: { units: '单位' },
})

const unitsSql = 'SELECT id, name, NULL AS note FROM handling_unit WHERE town_id = ?'

const keeping: Keeping = {
  check(_, { values, others }) {
    if (others.some((one) => one.values.name === values.name))
      throw wrongField('name', '已经有这个人，请直接改。')
  },
  mayEnd(_, { values }) {
    if (values.active === true) throw wrongField('endedWhy', '还在经常联系，先改掉再停用。')
  },
  picks: {
    unit: {
      options: (reader, townId) => reader.query<Option[]>(`${unitsSql} ORDER BY position, id`, [townId]),
      names: namedRows('handling_unit'),
    },
  },
  counts: (_reader, _townId, ids) => Promise.resolve(new Map(ids.map((id) => [id, { units: 1 }]))),
}

export const toyRegister = { register: toyContacts as unknown as Register, keeping }

/** No process knows of it: its table is drawn here. */
export const drawnHere = (reader: Reader): { apart: Apart } => ({
  apart: (_, ...args) => writeTable(reader, toyRegister, args[1] as Actor) as never,
})

export async function makeToyTable({ source }: Database) {
  await source.query('DROP TABLE IF EXISTS toy_contact')
  await source.query(
    `CREATE TABLE toy_contact (id varchar(26) PRIMARY KEY, town_id varchar(26) NOT NULL, version integer NOT NULL,
       ended_on date, ended_why varchar(200), name varchar(20) NOT NULL, area varchar(10) NOT NULL, since date,
       households integer, active boolean NOT NULL, unit_id varchar(26), phone varchar(20) NOT NULL, remark varchar(60))`,
  )
}
export const dropToyTable = ({ source }: Database) => source.query('DROP TABLE toy_contact')
