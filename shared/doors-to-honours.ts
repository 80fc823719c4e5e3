import type { Door } from './door'

/** 代表公示, 表彰, 警示: what everyone reads of a deputy, who is praised and by whom, and who is asked for a word. */
export const doorsToHonours: readonly Door[] = [
  {
    name: 'publicDuties',
    word: '代表公示',
    note: '每位代表今年和本届做了什么，提了哪些建议，办得怎么样',
    group: 'publicity',
    to: 'everyone',
    page: 'duty/public-duties',
  },
  {
    name: 'publicAwards',
    word: '表彰公示',
    note: '谁受了表彰，正在公示谁，有意见怎么提',
    group: 'publicity',
    to: 'everyone',
    page: 'duty/honours',
  },
  {
    name: 'awards',
    word: '表彰',
    note: '提名、公示、授予，打印证书；先按证书号、再按名册排',
    group: 'duties',
    to: 'followAwards',
    page: 'duty/awards',
    waits: ['award'],
  },
  {
    name: 'dutyWarnings',
    word: '警示',
    note: '先写事实、听本人说明，主席团才决定；不公开，到期自己结束',
    group: 'duties',
    to: 'proposeWarnings',
    page: 'duty/warnings',
    waits: ['dutyWarning'],
  },
  {
    name: 'honourCampaigns',
    word: '创先争优活动',
    note: '五好代表这样的活动和它的标准',
    group: 'service',
    to: 'keepAwards',
    page: 'register/list?name=honourCampaign',
  },
]
