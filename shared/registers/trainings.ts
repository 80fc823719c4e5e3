import { choice, day, line, maybe, pickedMany } from '../grammar/fields'
import { defineRegister } from '../grammar/register'
import { trainingTopics, trainingForms, trainingOrganisers } from '../words/trainings'

/**
 * 学习培训 (catalogue 155–160, 162): what was held, and who was there by the clerk's list. Everybody who follows the work
 * reads how many were there; who they were, the office alone, and each in the own duty file.
 */
export const trainings = defineRegister({
  name: 'training',
  word: '学习培训',
  says: '办过哪些学习、培训和外出考察，谁到了。按点名册或签到纸记就行；记进来，到会代表的履职档案里自己就有，不用再填。',
  empty: '还没有登记学习培训。',
  readBy: 'followWork',
  keptBy: 'keepTraining',
  fields: {
    title: line('学了什么', 60, { help: '例如“预算法讲座”。' }),
    topic: choice('内容', trainingTopics),
    trainingForm: choice('形式', trainingForms),
    heldOn: day('哪天开始', 'happened'),
    heldUntil: maybe(day('哪天结束', 'happened', { help: '只有一天的不用填。' })),
    hours: maybe(line('学时', 10, { help: '例如“半小时”“2 天”，可不写。' })),
    teacher: maybe(line('谁讲的', 40)),
    organiser: choice('谁办的', trainingOrganisers),
    personIds: maybe(pickedMany('到会的代表', 'deputies', 200)),
  },
  private: { personIds: 'keepTraining' },
  title: ({ title }) => title ?? '',
  listed: ['topic', 'trainingForm', 'heldOn'],
  counts: { present: '到会代表' },
  countUnit: '人',
  order: { by: 'heldOn', first: 'greatest' },
  findBy: ['title', 'teacher', 'topic', 'trainingForm'],
  key: ['title', 'heldOn'],
  adds: '登记一次学习培训',
  begins: (today) => ({
    ...{ topic: 'congressWork', trainingForm: 'collective', organiser: 'town' },
    heldOn: today,
  }),
  ends: { label: '记错了', ended: '记错了的', restore: '没有记错' },
})
