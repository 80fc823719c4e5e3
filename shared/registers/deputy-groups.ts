import { line, maybe } from '../grammar/fields'
import { defineRegister } from '../grammar/register'

/** 代表小组. Who is in it and who leads it stands with each person. */
export const deputyGroups = defineRegister({
  name: 'deputyGroup',
  word: '代表小组',
  says: '就近编组，便于活动。谁在哪个组、谁任组长，在“名册”里各人那一条改；这里看得到组长和组员的变动。',
  empty: '还没有编代表小组，请增加一个，或导入名册。',
  readBy: 'followWork',
  keptBy: 'keepPlaces',
  fields: {
    name: line('小组名称', 40),
    meetingPlace: maybe(line('活动地点', 60)),
  },
  title: ({ name }) => name ?? '',
  listed: ['meetingPlace'],
  tells: { leader: '组长', members: '组员', reach: '谁收得到' },
  narrows: { nobody: '还没有人收得到', leaderless: '没有组长' },
  order: { by: 'position', first: 'least' },
  findBy: ['name', 'meetingPlace'],
  key: ['name'],
  adds: '增加一个小组',
  ends: { label: '撤销', ended: '已撤销', restore: '恢复' },
})
