import type { Door } from './door'

/** What deputies ask units without a suggestion, and what they found there. */
export const doorsToUnits: readonly Door[] = [
  {
    name: 'askUnit',
    word: '直接问单位',
    note: '不写建议，先问一句，单位按日子回答',
    group: 'work',
    to: 'askUnits',
    page: 'voice/unit-line',
  },
  {
    name: 'unitLines',
    word: '代表直接问的',
    note: '代表问了什么、单位答了没有',
    group: 'work',
    to: ['congressOffice', 'unitStaff'],
    page: 'desk/list?kind=unitLine',
    waits: ['unitLine'],
  },
  {
    name: 'rectifications',
    word: '视察整改',
    note: '代表视察发现的问题，哪个单位改、改好没有',
    group: 'work',
    to: ['congressOffice', 'unitStaff'],
    page: 'desk/list?kind=rectification',
    waits: ['rectification'],
  },
  {
    name: 'deliberationSummaries',
    word: '审议意见',
    note: '会上说的话一条一条交镇政府，答复了没有',
    group: 'oversight',
    to: ['congressOffice', 'presidiumMember', 'unitStaff'],
    page: 'desk/list?kind=deliberationSummary',
    waits: ['deliberationSummary'],
  },
  {
    name: 'resolutions',
    word: '议定事项',
    note: '会上定下的事，谁办、哪天前、办好没有',
    group: 'oversight',
    to: ['congressOffice', 'presidiumMember', 'unitStaff'],
    page: 'desk/list?kind=resolution',
    waits: ['resolution'],
  },
]
