/** 学习培训的内容 (catalogue 156): what the sources count apart. */
export const trainingTopics = {
  congressWork: '人大工作知识',
  currentPolicy: '时事政策',
  law: '法律法规',
  practicalSkill: '实用技术',
} as const

/** 学习培训的形式 (catalogue 157–160). */
export const trainingForms = {
  exchange: '交流心得',
  professional: '业务培训',
  collective: '集中学习',
  studyTrip: '外出考察',
} as const

/** Who held it: those of the town and its groups are its own; the rest stand apart in its figures. */
export const trainingOrganisers = {
  town: '本镇人大',
  group: '代表小组',
  county: '县人大',
  other: '别的单位',
} as const
export const ownOrganisers = ['town', 'group'] as const satisfies readonly (keyof typeof trainingOrganisers)[]
