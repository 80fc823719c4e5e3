import { amount, choice, line, maybe, personName, phone, picked, tick } from '../grammar/fields'
import { defineRegister } from '../grammar/register'

/**
 * Who is in the register of a town: deputies, office and unit staff. What they are stands in mandates and posts; here
 * stands who they are. What only the make-up of a congress asks of somebody is for the office alone.
 */
export const people = defineRegister({
  name: 'person',
  word: '人员',
  says: '代表和工作人员各一条。换了手机、换了微信，在这里改；重复登记的，打开一条合并另一条。',
  empty: '名册里还没有人，请先导入名册，或增加一位。',
  readBy: 'followPersons',
  keptBy: 'keepPersons',
  fields: {
    name: personName('姓名', 20),
    phone: maybe(phone('手机号')),
    gender: maybe(choice('性别', { male: '男', female: '女' })),
    occupation: maybe(line('职业', 40, { help: '代表名片上公开，例如“种植户”。' })),
    villageId: maybe(picked('所在村', 'village')),
    deputyGroupId: maybe(picked('代表小组', 'group')),
    groupLeader: maybe(tick('任小组组长')),
    birthYear: maybe(amount('出生年份', 2100)),
    occupationKind: maybe(
      choice('职业构成', {
        farmer: '农民',
        worker: '工人',
        cadre: '干部',
        specialist: '专业人员',
        other: '其他',
      }),
    ),
    party: maybe(
      choice('政治面貌', { communist: '中共党员', democratic: '民主党派', none: '群众', youth: '共青团员' }),
    ),
    education: maybe(choice('学历', { college: '大专以上', secondary: '高中、中专', primary: '初中及以下' })),
  },
  private: {
    phone: 'keepPersons',
    birthYear: 'keepPersons',
    occupationKind: 'keepPersons',
    party: 'keepPersons',
    education: 'keepPersons',
  },
  title: ({ name }) => name ?? '',
  listed: ['villageId', 'deputyGroupId'],
  tells: { holds: '职务', binding: '微信' },
  narrows: { unbound: '还没绑定微信', bound: '已绑定微信' },
  order: { by: 'position', first: 'least' },
  findBy: ['name', 'phone', 'occupation', 'villageId', 'deputyGroupId'],
  key: ['name', 'phone'],
  adds: '增加一位',
  ends: { label: '移出名册', ended: '已移出', restore: '恢复' },
})
