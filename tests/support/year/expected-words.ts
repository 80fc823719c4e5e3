import { addDays } from '../../../shared/rules/days'
import type { ProfileName } from '../../../shared/rules/profiles'
import type { LifeName } from './lives'
import {
  climb,
  late,
  type Line,
  lateOf,
  reportLate,
  reportLateOf,
  reportSoon,
  soon,
  soonOf,
  unheard,
  unrated,
  until,
  gravely,
} from './sentences'

/** All that the clock said in the year, by hand: each word of a reminder, on its day, to whom, and no other. */

/** How long an office may let an accepted matter lie, in working days. */
const inThreeDays: readonly ProfileName[] = ['shandong', 'shandongTownship']
const inFiveDays: readonly ProfileName[] = ['qingdao', 'zhejiang']

/** Two days before that time is over the office is told; whatever was handed over on that very morning, too. */
function unassigned(profile: ProfileName, three: Line[], five: Line[] = []): Line[] {
  if (inThreeDays.includes(profile)) return three
  return inFiveDays.includes(profile) ? five : []
}
const inMarch = (profile: ProfileName) =>
  unassigned(profile, [soon('2026-03-09', 'office', '3月11日')], [soon('2026-03-11', 'office', '3月13日')])
const inApril = (profile: ProfileName) => unassigned(profile, [soon('2026-04-07', 'office', '4月9日')])
const inMay = (profile: ProfileName) =>
  unassigned(profile, [soon('2026-05-10', 'office', '5月12日')], [soon('2026-05-12', 'office', '5月14日')])
const inJuly = (profile: ProfileName) => unassigned(profile, [soon('2026-07-06', 'office', '7月8日')])
const inAugust = (profile: ProfileName) =>
  unassigned(profile, [soon('2026-08-08', 'office', '8月10日')], [soon('2026-08-10', 'office', '8月12日')])

/** The reports of what was handed over in March, due on 11 May; nobody asks for them once the reply itself is late. */
const reportInMarch = [
  reportSoon('2026-05-01', 'unit', '5月11日'),
  reportLate('2026-05-12', 'leader', '5月11日'),
  reportLateOf('2026-05-19', 'office', '5月11日'),
]
const march = {
  threeMonths: [
    ...reportInMarch,
    ...climb('6月11日', ['2026-06-01', '2026-06-08', '2026-06-12', '2026-06-15', '2026-06-19']),
  ],
  chongqingTownship: [
    ...until('2026-05-11', reportInMarch),
    ...climb(
      '5月11日',
      ['2026-05-01', '2026-05-08', '2026-05-12', '2026-05-15', '2026-05-19'],
      ['2026-05-26', '2026-06-02', '2026-06-09', '2026-06-16'],
    ),
    ...gravely('2026-06-11'),
  ],
  shandongTownship: [
    ...until('2026-05-06', reportInMarch),
    ...climb(
      '5月6日',
      ['2026-04-26', '2026-05-03', '2026-05-07', '2026-05-10', '2026-05-14'],
      ['2026-05-21', '2026-05-28', '2026-06-04', '2026-06-11', '2026-06-18'],
    ),
    ...gravely('2026-06-06'),
  ],
}
const isTownship = (profile: ProfileName) =>
  profile === 'chongqingTownship' || profile === 'shandongTownship' ? profile : undefined

/** Handed over in March and with the unit until this day. */
const answeredOn = (day: string) => (profile: ProfileName) => [
  ...inMarch(profile),
  ...until(day, march[isTownship(profile) ?? 'threeMonths']),
]

const secondRound: Line[] = climb('6月22日', [
  '2026-06-12',
  '2026-06-19',
  '2026-06-23',
  '2026-06-26',
  '2026-06-30',
])
const hasTwoMonthsAgain: readonly ProfileName[] = ['chongqing', 'chongqingTownship', 'beijing']
const handledAgainUntil = (day: string) => (profile: ProfileName) => [
  ...answeredOn('2026-05-15')(profile),
  ...(hasTwoMonthsAgain.includes(profile) ? [] : until(day, secondRound)),
]

function neverRated(profile: ProfileName): Line[] {
  if (profile === 'beijing') return unrated('2026-06-08', '6月10日', '2026-06-11')
  return profile.startsWith('chongqing')
    ? unrated('2026-06-15', '6月17日', '2026-06-18')
    : unrated('2026-06-01', '6月3日', '2026-06-04')
}

/** Every seven days from the first to the last, both told. */
const weeks = {
  Q: [
    ...['09-01', '09-08', '09-15', '09-22', '09-29', '10-06', '10-13', '10-20', '10-27', '11-03', '11-10'],
    ...['11-17', '11-24', '12-01', '12-08', '12-15', '12-22', '12-29'],
  ].map((day) => `2026-${day}`),
  afterQ: ['01-05', '01-12', '01-19', '01-26', '02-02', '02-09', '02-16', '02-23'].map(
    (day) => `2027-${day}`,
  ),
  R: ['11-25', '12-02', '12-09', '12-16', '12-23', '12-30'].map((day) => `2026-${day}`),
  afterR: ['01-06', '01-13', '01-20', '01-27', '02-03', '02-10', '02-17', '02-24'].map(
    (day) => `2027-${day}`,
  ),
  earlyR: [...['10-25', '11-01', '11-08', '11-15', '11-22', '11-29', '12-06', '12-13', '12-20', '12-27']].map(
    (day) => `2026-${day}`,
  ),
  afterEarlyR: [...['01-03', '01-10', '01-17', '01-24', '01-31', '02-07', '02-14', '02-21', '02-28']].map(
    (day) => `2027-${day}`,
  ),
}
const lastYear = (on: string, days: readonly string[]) =>
  days.map((day) => lateOf(day, 'chair', `2026年${on}`))

/** Accepted on 5 August: the day before the hand-over ought to have been, on the day after it with the chair, who hears it each week. */
function leftLying(profile: ProfileName): Line[] {
  const said = (soonOn: string, on: string, days: readonly string[]) => [
    soon(`2026-${soonOn}`, 'office', on),
    late(`2026-${days[0]}`, 'office', on),
    ...days.map((day) => lateOf(`2026-${day}`, 'chair', on, '镇人大办')),
  ]
  if (inThreeDays.includes(profile)) {
    return said('08-08', '8月10日', ['08-11', '08-18', '08-25', '09-01', '09-08', '09-15', '09-22'])
  }
  if (inFiveDays.includes(profile)) {
    return said('08-10', '8月12日', ['08-13', '08-20', '08-27', '09-03', '09-10', '09-17', '09-24'])
  }
  return profile === 'shanghai'
    ? said('08-12', '8月14日', ['08-15', '08-22', '08-29', '09-05', '09-12', '09-19', '09-26'])
    : said('08-17', '8月19日', ['08-20', '08-27', '09-03', '09-10', '09-17', '09-24'])
}

/** Every life but those of March has a clock of three months, or of two in both townships. */
const bothWays = (threeMonths: Line[], twoMonths: Line[]) => (profile: ProfileName) =>
  isTownship(profile) ? twoMonths : threeMonths

const ofJ = bothWays(
  [
    reportSoon('2026-06-05', 'coUnit', '6月15日'),
    reportLateOf('2026-06-16', 'office', '6月15日', '镇财政所'),
    soon('2026-07-05', 'coUnit', '7月15日'),
  ],
  [
    // 镇财政所 has a clerk and nobody above: the office hears it in their place, once.
    reportSoon('2026-06-05', 'coUnit', '6月15日'),
    soon('2026-06-05', 'coUnit', '6月15日'),
    soonOf('2026-06-12', 'office', '6月15日', '镇财政所'),
    lateOf('2026-06-16', 'deputy', '6月15日', '镇财政所'),
    ...['2026-06-23', '2026-06-30', '2026-07-07'].map((day) => lateOf(day, 'chair', '6月15日', '镇财政所')),
  ],
)
const ofK = bothWays(
  [
    reportSoon('2026-05-29', 'unit', '6月8日'),
    reportLate('2026-06-09', 'leader', '6月8日'),
    reportLateOf('2026-06-16', 'office', '6月8日'),
    soon('2026-06-28', 'unit', '7月8日'),
    soon('2026-07-05', 'leader', '7月8日'),
  ],
  [
    reportSoon('2026-05-29', 'unit', '6月8日'),
    ...climb(
      '6月8日',
      ['2026-05-29', '2026-06-05', '2026-06-09', '2026-06-12', '2026-06-16'],
      ['2026-06-23', '2026-06-30', '2026-07-07'],
    ),
  ],
)
/** The opinion of 16 June is late where a co-unit has a month, and not where it has two, or thirty working days. */
const withinAMonth: readonly ProfileName[] = ['qingdao', 'shandong', 'shandongTownship', 'shanghai']
const ofCoUnit = (profile: ProfileName): Line[] =>
  withinAMonth.includes(profile) ? unheard('2026-06-10', '2026-06-13', '6月12日') : []
const ofL = bothWays(
  [reportSoon('2026-07-03', 'unit', '7月13日')],
  [
    reportSoon('2026-07-03', 'unit', '7月13日'),
    soon('2026-07-03', 'unit', '7月13日'),
    soon('2026-07-10', 'leader', '7月13日'),
  ],
)
const ofM = bothWays(
  [
    soon('2026-07-24', 'deputy', '8月3日'),
    reportSoon('2026-08-28', 'unit', '9月7日'),
    reportLate('2026-09-08', 'leader', '9月7日'),
  ],
  [
    soon('2026-07-24', 'deputy', '8月3日'),
    reportSoon('2026-08-28', 'unit', '9月7日'),
    soon('2026-09-04', 'unit', '9月14日'),
    reportLate('2026-09-08', 'leader', '9月7日'),
  ],
)
const ofR = bothWays(
  [
    reportSoon('2026-09-30', 'unit', '10月10日'),
    reportLate('2026-10-11', 'leader', '10月10日'),
    reportLateOf('2026-10-18', 'office', '10月10日'),
    ...climb('11月10日', ['2026-10-31', '2026-11-07', '2026-11-11', '2026-11-14', '2026-11-18'], weeks.R),
    ...lastYear('11月10日', weeks.afterR),
    ...gravely('2026-12-11'),
  ],
  [
    reportSoon('2026-09-30', 'unit', '10月10日'),
    ...climb(
      '10月10日',
      ['2026-09-30', '2026-10-07', '2026-10-11', '2026-10-14', '2026-10-18'],
      weeks.earlyR,
    ),
    ...lastYear('10月10日', weeks.afterEarlyR),
    ...gravely('2026-11-10'),
  ],
)
const ofS = bothWays(
  [
    reportSoon('2026-11-20', 'unit', '11月30日'),
    reportLate('2026-12-01', 'leader', '11月30日'),
    reportLateOf('2026-12-08', 'office', '11月30日'),
    soon('2026-12-18', 'unit', '12月28日'),
    soon('2026-12-25', 'leader', '12月28日'),
  ],
  [
    reportSoon('2026-11-20', 'unit', '11月30日'),
    ...climb(
      '11月30日',
      ['2026-11-20', '2026-11-27', '2026-12-01', '2026-12-04', '2026-12-08'],
      ['2026-12-15', '2026-12-22'],
    ),
  ],
)
const ofT = bothWays(
  [
    reportSoon('2026-12-27', 'unit', '2027年1月6日'),
    reportLate('2027-01-07', 'leader', '1月6日'),
    reportLateOf('2027-01-14', 'office', '1月6日'),
    soon('2027-02-02', 'unit', '2月12日'),
  ],
  [
    reportSoon('2026-12-27', 'unit', '2027年1月6日'),
    soon('2026-12-27', 'unit', '2027年1月6日'),
    ...climb(
      '1月6日',
      ['2026-12-27', '2027-01-03', '2027-01-07', '2027-01-10', '2027-01-14'],
      ['2027-01-21', '2027-01-28', '2027-02-04'],
    ).slice(1),
  ],
)
const ofH = [
  ...climb(
    '12月31日',
    ['2026-12-21', '2026-12-28', '2027-01-01', '2027-01-04', '2027-01-08'],
    [],
    '2026年12月31日',
  ),
  ...lastYear(
    '12月31日',
    ['01-15', '01-22', '01-29', '02-05', '02-12', '02-19', '02-26'].map((day) => `2027-${day}`),
  ),
]

/** Put off on 6 May; until then the presidium is awaited, and the unit reports all the same. */
function ofI(profile: ProfileName): Line[] {
  const report = [
    reportSoon('2026-05-01', 'unit', '5月11日'),
    reportLate('2026-05-12', 'leader', '5月11日'),
    reportLateOf('2026-05-19', 'office', '5月11日'),
  ]
  const close = {
    chongqingTownship: [soon('2026-07-03', 'unit', '7月13日')],
    shandongTownship: [
      soon('2026-04-26', 'unit', '5月6日'),
      soon('2026-06-26', 'unit', '7月6日'),
      soon('2026-07-03', 'leader', '7月6日'),
    ],
  }
  const township = isTownship(profile)
  return [...inMarch(profile), ...report, ...(township ? close[township] : [])]
}

const of: Record<LifeName, (profile: ProfileName) => Line[]> = {
  A: answeredOn('2026-05-15'),
  B: answeredOn('2026-06-11'),
  C: answeredOn('2026-06-18'),
  D: (profile) => [...answeredOn('2026-05-20')(profile), ...neverRated(profile)],
  E: handledAgainUntil('2026-06-24'),
  F: (profile) => [...handledAgainUntil('2026-06-15')(profile), soon('2026-06-23', 'chair', '6月25日')],
  G: (profile) => [
    ...answeredOn('2026-05-06')(profile),
    soon('2026-10-20', 'unit', '10月30日'),
    soon('2026-10-27', 'leader', '10月30日'),
  ],
  H: (profile) => [...answeredOn('2026-05-06')(profile), ...ofH],
  I: ofI,
  J: (profile) => [...inApril(profile), ...ofJ(profile)],
  K: (profile) => [...inApril(profile), ...ofK(profile)],
  L: (profile) => [...inMay(profile), ...ofCoUnit(profile), ...ofL(profile)],
  M: (profile) => [...inJuly(profile), ...ofM(profile)],
  N: () => [],
  O: inJuly,
  P: () => [],
  Q: (profile) => [
    ...inAugust(profile),
    ...climb('8月17日', ['2026-08-15', '2026-08-16', '2026-08-18', '2026-08-21', '2026-08-25'], weeks.Q),
    ...lastYear('8月17日', weeks.afterQ),
    // Its deadline is 10 November, or 10 October.
    ...gravely(isTownship(profile) ? '2026-11-10' : '2026-12-11'),
  ],
  R: (profile) => [...inAugust(profile), ...ofR(profile)],
  S: (profile) => [...leftLying(profile), ...ofS(profile)],
  T: ofT,
}

export const expectedWords = (life: LifeName, profile: ProfileName): Line[] => of[life](profile).sort()

const weeksFrom = (first: string, last: string): string[] =>
  first > last ? [] : [first, ...weeksFrom(addDays(first, 7), last)]

/** F (4) was found wanting for the second time on 17 June; and in November a list of days off ought to be loaded. */
export const toldOfTheTown: Line[] = [
  ...['unit', 'leader', 'head'].map(
    (who) =>
      `2026-06-18 ${who} 本单位 2026 年已有 4 件建议代表不认可结果，超过 2 件：《…》《…》《…》《…》。主席团将决定是否取消评先资格；有正当理由的，请尽快向主席团说明。`,
  ),
  '2026-06-18 chair 镇水利站 2026 年已有 4 件建议代表不认可结果，超过 2 件：《…》《…》《…》《…》。请先看有没有正当理由，再决定是否取消评先资格。',
  '2026-06-18 office 镇水利站 2026 年已有 4 件建议代表不认可结果，超过 2 件：《…》《…》《…》《…》。请主席团决定是否取消评先资格。',
  // Nobody decides in this year: twenty working days, then a week after a week.
  '2026-07-15 chair 镇水利站计入的建议超过了，请主席团在7月17日前决定是否取消评先资格。',
  '2026-07-18 office 镇水利站计入的建议超过了，到7月17日主席团还没有决定是否取消评先资格，请提醒。',
  ...weeksFrom('2026-07-18', '2027-02-27').map((day) => {
    const until = day < '2027-01-01' ? '7月17日' : '2026年7月17日'
    return `${day} chair 镇水利站计入的建议超过了，到${until}主席团还没有决定是否取消评先资格，请安排。`
  }),
  '2026-11-01 office 请载入 2027 年放假安排：国务院办公厅一般十一月公布。没有载入以前，落在 2027 年的期限是暂定的。',
].sort()
