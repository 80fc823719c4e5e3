import type { PersonalKind } from './personal-data/personal-data'
import { textsOfGatherings } from './public-texts-of-gatherings'
import type { MessageWords } from './words/messages'

/**
 * Every text typed by somebody that anyone outside may read. A row is where it is kept and under which names public
 * answers carry it (`path name.name`, lists left out). A new public text is a new row: a test walks the contract, and what
 * is on no row is not shown in an answer either, because a row is also what hides it.
 */
export interface PublicText {
  label: string
  /** Table and column. */
  kept: readonly [table: string, column: string]
  /**
   * `matter`: checked when it is written, shown when it is found in order. `register`: public by office, so that it is shown
   * at once unless something personal is found in it.
   */
  check: 'matter' | 'register'
  at: readonly string[]
  /** What may stand in it all the same: an address has a number. */
  allows?: readonly PersonalKind[]
}

const board = '/towns/:town/board'
const search = '/towns/:town/board/search'
const item = '/towns/:town/board/:id'
const bulletin = '/towns/:town/bulletin/items'
const promises = '/towns/:town/promises'
const station = '/towns/:town/stations/:id'
const town = '/towns/:town'
const reception = '/towns/:town/reception-days'
const calendar = '/towns/:town/public-calendar'
const deputies = '/towns/:town/deputies'
const about = '/towns/:town/about'
const rule = '/towns/:town/congress-rules/:id'
const report = '/towns/:town/annual-report'
const awards = '/towns/:town/public-awards'
const dutyReports = '/towns/:town/public-reports'
const duties = '/towns/:town/deputies/:id/duties'

export const publicTexts = {
  item: {
    label: '公开的事项名称',
    kept: ['suggestion', 'public_item'],
    check: 'matter',
    at: [
      `${board} items.item`,
      `${search} items.item`,
      `${item} item`,
      `${bulletin} items.item`,
      `${promises} items.item`,
      `${station} inHand.item`,
      `${awards} items.suggestion.item`,
      `${duties} suggestions.item`,
    ],
  },
  fullText: {
    label: '公开的全文',
    kept: ['suggestion', 'facts'],
    check: 'matter',
    at: [`${item} text.facts`, `${item} text.proposal`],
  },
  result: {
    label: '公开的一句话结果',
    kept: ['reply', 'public_result'],
    check: 'matter',
    at: [
      `${board} items.result.sentence`,
      `${search} items.result.sentence`,
      `${item} result.sentence`,
      `${bulletin} items.result.sentence`,
      `${station} inHand.result.sentence`,
    ],
  },
  toSee: {
    label: '去哪里、能看到什么',
    kept: ['reply', 'to_see'],
    check: 'matter',
    at: [`${item} toSee`],
  },
  line: {
    label: '公开的一句话原因',
    kept: ['matter_event', 'public_line'],
    check: 'matter',
    at: [`${item} timeline.line`],
  },
  leader: {
    label: '领办领导的职务和姓名',
    kept: ['key_suggestion', 'leading_official'],
    check: 'matter',
    at: [`${item} key.leader`],
  },
  promise: {
    label: '承诺要办的事',
    kept: ['commitment', 'promise'],
    check: 'matter',
    at: [`${promises} items.promise`],
  },
  promiseResult: {
    label: '承诺落实的结果',
    kept: ['commitment', 'public_result'],
    check: 'matter',
    // Once a unit has reported, it stands in the place of the sentence of the reply too: `result.sentence`.
    at: [`${promises} items.result`],
  },
  /** No page shows it; the residents behind it read it in a message. */
  externalResult: {
    label: '上级答复的一句话结果',
    kept: ['external_suggestion', 'public_result'],
    check: 'matter',
    at: [],
  },
  townName: {
    label: '乡镇名称',
    kept: ['town', 'name'],
    check: 'register',
    at: ['/towns towns.name', `${town} name`, `${station} townName`, '/scenes/:scene townName'],
  },
  villageName: {
    label: '村名',
    kept: ['village', 'name'],
    check: 'register',
    at: [`${town} villages.name`, `${station} village.name`, `${item} village.name`],
  },
  areaName: {
    label: '自然村和小组的名称',
    kept: ['area', 'name'],
    check: 'register',
    at: [`${town}/area-tree areas.name`],
  },
  unitName: {
    label: '承办单位名称',
    kept: ['handling_unit', 'name'],
    check: 'register',
    at: [
      `${board} items.unit`,
      `${search} items.unit`,
      `${item} unit`,
      `${item} plain`,
      `${bulletin} items.unit`,
      `${promises} items.unit`,
      `${station} inHand.unit`,
      `${report} units.name`,
    ],
  },
  stationName: {
    label: '站点名称',
    kept: ['liaison_station', 'name'],
    check: 'register',
    at: [
      `${station} name`,
      `${town} stations.name`,
      `${reception} days.station.name`,
      `${calendar} receptions.station`,
    ],
  },
  stationAddress: {
    label: '站点地址',
    kept: ['liaison_station', 'address'],
    check: 'register',
    at: [`${station} address`],
    allows: ['door'],
  },
  stationManager: {
    label: '站长姓名',
    kept: ['liaison_station', 'manager_name'],
    check: 'register',
    at: [`${station} manager`],
  },
  openingHours: {
    label: '站点开放时间',
    kept: ['liaison_station', 'opening_hours'],
    check: 'register',
    at: [`${station} openingHours`],
  },
  receptionTime: {
    label: '接访时间',
    kept: ['liaison_station', 'reception_time'],
    check: 'register',
    at: [`${station} nextReceptionDay.time`, `${reception} days.time`, `${calendar} receptions.at`],
  },
  receptionPlace: {
    label: '接访地点',
    kept: ['liaison_station', 'reception_place'],
    check: 'register',
    at: [`${reception} days.place`, `${calendar} receptions.place`],
    allows: ['door'],
  },
  deputyName: {
    label: '代表姓名',
    kept: ['person', 'name'],
    check: 'register',
    at: [
      `${deputies} deputies.name`,
      `${station} deputies.name`,
      `${station} onDuty.name`,
      `${reception} days.sitters`,
      `${dutyReports} items.reports.deputy`,
      `${dutyReports} items.chair`,
      `${awards} items.deputy`,
      `${duties} deputy.name`,
    ],
  },
  occupation: {
    label: '代表的职业',
    kept: ['person', 'occupation'],
    check: 'register',
    at: [
      `${deputies} deputies.occupation`,
      `${station} deputies.occupation`,
      `${station} onDuty.occupation`,
      `${duties} deputy.occupation`,
    ],
  },
  groupName: {
    label: '代表小组名称',
    kept: ['deputy_group', 'name'],
    check: 'register',
    at: [
      `${deputies} deputies.group`,
      `${station} deputies.group`,
      `${station} onDuty.group`,
      `${awards} items.group`,
      `${duties} deputy.group`,
    ],
  },
  districtName: {
    label: '选区名称',
    kept: ['electoral_district', 'name'],
    check: 'register',
    at: [
      `${deputies} deputies.district`,
      `${station} deputies.district`,
      `${station} onDuty.district`,
      `${dutyReports} items.district.name`,
      `${duties} deputy.district`,
      `${duties} reports.district`,
      `${calendar} reports.district`,
    ],
  },
  ...textsOfGatherings,
  townEvent: {
    label: '本镇沿革',
    kept: ['town_event', 'text'],
    check: 'register',
    at: [`${about} events.text`],
  },
  ruleName: {
    label: '制度名称',
    kept: ['congress_rule', 'name'],
    check: 'register',
    at: [`${about} rules.name`, `${rule} name`],
  },
  ruleAdoptedBy: {
    label: '制度由谁通过',
    kept: ['congress_rule', 'adopted_by'],
    check: 'register',
    at: [`${about} rules.adoptedBy`, `${rule} adoptedBy`],
  },
  ruleText: {
    label: '制度全文',
    kept: ['congress_rule', 'text'],
    check: 'register',
    at: [`${rule} text`],
  },
} as const satisfies Record<string, PublicText>
export type PublicTextKind = keyof typeof publicTexts

/**
 * The words that may stand in braces in a public line, and which text of the list they carry; null where no person typed
 * them for it: a day, one of a few words of the tables, a higher body.
 */
export const publicWords = {
  unit: 'unitName',
  publicReason: 'line',
  result: 'result',
  leader: 'leader',
  deadline: null,
  latest: null,
  outcome: null,
  satisfaction: null,
  route: null,
} as const satisfies { readonly [word in keyof MessageWords]?: PublicTextKind | null }

export const publicText = (kind: PublicTextKind): PublicText => publicTexts[kind]
export const publicTextKinds = Object.keys(publicTexts) as PublicTextKind[]
export const registerKinds = publicTextKinds.filter((kind) => publicTexts[kind].check === 'register')
