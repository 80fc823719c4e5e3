import { amount, day, line, maybe, picked } from '../grammar/fields'
import { defineRegister } from '../grammar/register'
import { spokenRate } from '../rules/rates'

/** How many of those registered have voted; undefined while one of the two is not known. */
export const turnoutOf = (registered: number | null, cast: number | null) =>
  registered === null || cast === null ? undefined : spokenRate({ of: cast, among: registered })

/** 选举: the electorate and the turnout of a district, election by election; no voter is listed (catalogue 7). */
export const elections = defineRegister({
  name: 'election',
  word: '选民数和参选率',
  says: '每个选区每次选举一条：登记选民多少，参加投票多少。选举由选举委员会主持，这里只记下结果。',
  empty: '还没有登记，换届或补选以后在这里记一条。',
  readBy: 'followWork',
  keptBy: 'keepPlaces',
  fields: {
    electoralDistrictId: picked('选区', 'district'),
    electedOn: day('投票日', 'session'),
    registeredVoters: amount('登记选民数', 9_999_999),
    votesCast: maybe(amount('参加投票的选民数', 9_999_999)),
    note: maybe(line('说明', 60, { help: '例如“补选”。' })),
  },
  fixed: ['electoralDistrictId'],
  title: (_, { electoralDistrictId = '', electedOn = '' }) => `${electoralDistrictId} ${electedOn}`,
  listed: ['registeredVoters', 'votesCast'],
  tells: { turnout: '参选率' },
  order: { by: 'electedOn', first: 'greatest' },
  findBy: ['electoralDistrictId', 'electedOn', 'note'],
  key: ['electoralDistrictId', 'electedOn'],
  adds: '登记一次选举',
  ends: { label: '作废', ended: '已作废', restore: '恢复' },
})
