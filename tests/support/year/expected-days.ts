import type { ProfileName } from '../../../shared/rules/profiles'
import type { LifeName } from './lives'

/**
 * Worked out by hand on the calendar of 2026: off are 4–6 April, 1–5 May, 19–21 June, 25–27 September, 1–7 October;
 * worked are the weekend days 9 May, 20 September, 10 October. In 2027, before the list is out, only the days of the
 * law are off (6–8 February); with the list of the test 5–11 February.
 */
interface Days {
  /** Each deadline that a suggestion of this life had, in their order. */
  deadlines: Record<Exclude<LifeName, 'N'>, readonly string[]>
  /** The co-unit's opinion of life L. */
  coUnit: string
  /** The farthest day of an extension of life I. */
  cap: string
}

/** Handed over, three months; handled again, one month. */
const threeMonths: Days['deadlines'] = {
  A: ['2026-06-11'],
  B: ['2026-06-11'],
  C: ['2026-06-11'],
  D: ['2026-06-11'],
  // A month from 20 May is Saturday, 20 June.
  E: ['2026-06-11', '2026-06-22'],
  F: ['2026-06-11', '2026-06-22'],
  G: ['2026-06-11'],
  H: ['2026-06-11'],
  I: ['2026-06-11', '2026-09-11'],
  J: ['2026-07-08', '2026-07-15'],
  K: ['2026-07-08'],
  L: ['2026-08-12'],
  // 6 October is a holiday; while the deputy has until 3 August, 14 days more; answered after 7 days, 7 days more.
  M: ['2026-10-08', '2026-10-20', '2026-10-13'],
  O: ['2026-10-08'],
  P: ['2026-10-13'],
  Q: ['2026-11-10'],
  R: ['2026-11-10'],
  S: ['2026-12-28'],
  T: ['2027-02-09', '2027-02-12'],
}

/** Handled again: two months. */
const threeAndTwo: Days['deadlines'] = {
  ...threeMonths,
  E: ['2026-06-11', '2026-07-20'],
  F: ['2026-06-11', '2026-07-20'],
}

/** Handed over, two months; handled again, two. */
const twoMonths: Days['deadlines'] = {
  A: ['2026-05-11'],
  B: ['2026-05-11'],
  C: ['2026-05-11'],
  D: ['2026-05-11'],
  E: ['2026-05-11', '2026-07-20'],
  F: ['2026-05-11', '2026-07-20'],
  G: ['2026-05-11'],
  H: ['2026-05-11'],
  // Four months from 11 March is a Saturday.
  I: ['2026-05-11', '2026-07-13'],
  J: ['2026-06-08', '2026-06-15'],
  K: ['2026-06-08'],
  // 12 July is a Sunday.
  L: ['2026-07-13'],
  // 6 September is a Sunday; Sunday, 20 September is worked; 13 September is a Sunday.
  M: ['2026-09-07', '2026-09-20', '2026-09-14'],
  O: ['2026-09-07'],
  P: ['2026-09-14'],
  // Saturday, 10 October is worked.
  Q: ['2026-10-10'],
  R: ['2026-10-10'],
  // 28 November is a Saturday.
  S: ['2026-11-30'],
  T: ['2027-01-06'],
}

/** Two months from the close of the session, 4 March; handled again, one month. */
const fromClose: Days['deadlines'] = {
  ...twoMonths,
  A: ['2026-05-06'],
  B: ['2026-05-06'],
  C: ['2026-05-06'],
  D: ['2026-05-06'],
  E: ['2026-05-06', '2026-06-22'],
  F: ['2026-05-06', '2026-06-22'],
  G: ['2026-05-06'],
  H: ['2026-05-06'],
  // Four months from 4 March is a Saturday.
  I: ['2026-05-06', '2026-07-06'],
}

/** 12 May and two months (Sunday, 12 July), one month, or thirty working days. */
const [twoLater, oneLater, thirtyLater] = ['2026-07-13', '2026-06-12', '2026-06-24'] as const

export const expectedDays: Record<ProfileName, Days> = {
  henan: { deadlines: threeMonths, coUnit: twoLater, cap: '2026-09-11' },
  qingdao: { deadlines: threeMonths, coUnit: oneLater, cap: '2026-09-11' },
  chongqing: { deadlines: threeAndTwo, coUnit: thirtyLater, cap: '2026-09-11' },
  chongqingTownship: { deadlines: twoMonths, coUnit: thirtyLater, cap: '2026-07-13' },
  shandong: { deadlines: threeMonths, coUnit: oneLater, cap: '2026-09-11' },
  shandongTownship: { deadlines: fromClose, coUnit: oneLater, cap: '2026-07-06' },
  zhejiang: { deadlines: threeMonths, coUnit: twoLater, cap: '2026-09-11' },
  beijing: { deadlines: threeAndTwo, coUnit: twoLater, cap: '2026-09-11' },
  shanghai: { deadlines: threeMonths, coUnit: oneLater, cap: '2026-09-11' },
}
