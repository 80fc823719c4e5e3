import { amount, line, maybe, picked, tick } from '../grammar/fields'
import { defineRegister } from '../grammar/register'

/** Why somebody stands on the list no more: the term has begun, and they hold the mandate. */
export const tookUp = '已就任'

/** 新一届代表: who was elected for the term that begins with its first session. Until that day they are nothing yet. */
export const electedDeputies = defineRegister({
  name: 'electedDeputy',
  word: '新一届代表',
  says: '换届选举选出的镇人大代表。到新一届第一次会议开会那天自动换届：上一届任期届满，名单上的就任；会议改期，换届跟着改。',
  empty: '还没有登记新一届代表，请登记一位，或从表格导入。新当选的先登记在名册里。',
  readBy: 'followMandates',
  keptBy: 'keepMandates',
  fields: {
    termNo: amount('第几届', 99),
    personId: picked('姓名', 'person'),
    electoralDistrictId: maybe(picked('选区', 'district')),
    certificateNo: maybe(line('代表证号', 40)),
    deputyGroupId: maybe(
      picked('代表小组', 'group', { help: '就任那天编到这个小组；不填的留在原来的小组。' }),
    ),
    groupLeader: maybe(tick('任小组组长')),
    paper: maybe(line('公告或文件', 60)),
  },
  fixed: ['termNo', 'personId'],
  private: { certificateNo: 'keepMandates' },
  title: (_, { personId = '' }) => personId,
  listed: ['termNo', 'electoralDistrictId', 'deputyGroupId'],
  tells: { fate: '和这一届比' },
  narrows: { again: '连任的', fresh: '新当选的' },
  order: { by: 'place', first: 'least' },
  findBy: ['personId', 'termNo', 'electoralDistrictId', 'certificateNo'],
  key: ['termNo', 'personId'],
  adds: '登记一位',
  ends: { label: '撤下', ended: '已就任或撤下', restore: '恢复' },
})
