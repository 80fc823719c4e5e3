import type { Door } from './door'

/** What the presidium, the office and the leading officials watch over. */
export const doorsToOversight: readonly Door[] = [
  {
    name: 'keySuggestions',
    word: '重点建议',
    note: '谁领办、办到哪一步、调度了几次',
    group: 'oversight',
    to: 'followKeySuggestions',
    page: 'office/key-suggestions',
    daily: ['presidiumMember', 'leadingOfficial', 'partyCommittee'],
  },
  {
    name: 'figures',
    word: '数据与报表',
    note: '各项比率、久拖未动、年度报告、台账',
    group: 'oversight',
    to: ['congressOffice', 'presidiumMember'],
    page: 'office/figures',
    daily: ['presidiumMember'],
  },
  {
    name: 'countyFigures',
    word: '各镇数据',
    note: '一镇一行；点开一个镇，看比率和年度报告',
    group: 'oversight',
    to: ['countyStaff'],
    page: 'office/figures?panel=county',
    daily: true,
  },
  {
    name: 'progress',
    word: '各单位进展汇报',
    note: '每两个月一次，逾期的在前',
    group: 'oversight',
    to: ['congressOffice', 'presidiumMember'],
    page: 'desk/progress',
  },
  {
    name: 'siteReviews',
    word: '现场评议',
    note: '每季度一次，结果记到每件建议上',
    group: 'oversight',
    to: 'holdSiteReviews',
    page: 'office/site-reviews',
    waits: ['siteReview'],
  },
  {
    name: 'standing',
    word: '评先资格',
    note: '各单位计入几件，够不够取消',
    group: 'oversight',
    to: 'followAwardStandings',
    page: 'desk/standing',
    waits: ['awardStanding'],
  },
]
