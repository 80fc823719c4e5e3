import type { SuggestionAction } from '../../../shared/matters/suggestion/table'
import { notSatisfied } from '../bring'
import { forms } from '../suggestion'
import type { TestTown } from '../town'

/** Who takes a step. */
export type Who = 'deputy' | 'office' | 'presidium' | 'unit' | 'coUnit'

/** What a form may need to know: the town, the farthest day of an extension, the first matter of life M. */
export interface Known {
  town: TestTown
  cap: string
  mergeInto: string
}
type Form = Record<string, unknown>

/** A day (in the morning of Beijing), who, what, and the form where it is not the usual one. */
export type Step = readonly [string, Who, SuggestionAction, (Form | ((known: Known) => Form))?]

/** One way through the procedure, lived by `count` suggestions on the same days. */
export interface Life {
  about: string
  count: number
  steps: readonly Step[]
}

const satisfied = { attitudeRating: 'satisfied', resultRating: 'satisfied' }
const basically = { attitudeRating: 'satisfied', resultRating: 'basicallySatisfied' }
const byMeeting = { decidedHow: '第 3 次主席团会议' }
const until = ({ cap }: Known) => ({ until: cap, ...byMeeting })
const latestOn = ({ town, cap }: Known) => ({ ...forms(town).requestExtension, latestOn: cap })
const toOtherUnit = ({ town }: Known) => ({ leadUnitId: town.coUnitId })
const withCoUnit = ({ town }: Known) => ({ leadUnitId: town.unitId, coUnitIds: [town.coUnitId] })
const promisedBy = (promiseDueOn: string) => (known: Known) => ({
  ...forms(known.town).promise,
  promiseDueOn,
})

const raised = (submit: string, review: string, accept: string): readonly Step[] => [
  [submit, 'deputy', 'submit'],
  [review, 'office', 'startReview'],
  [accept, 'office', 'accept'],
]

/** Raised while the congress sat (2 to 4 March), handed over on Wednesday 11 March, talked over and confirmed. */
const inSession: readonly Step[] = [
  ...raised('2026-03-03', '2026-03-05', '2026-03-06'),
  ['2026-03-11', 'office', 'assign'],
  ['2026-03-13', 'unit', 'receive'],
  ['2026-03-20', 'unit', 'consult'],
  ['2026-03-23', 'deputy', 'confirmConsultation'],
]
const raisedInApril = raised('2026-04-01', '2026-04-02', '2026-04-03')
const raisedInJuly = raised('2026-07-01', '2026-07-02', '2026-07-03')
const raisedInAugust = raised('2026-08-03', '2026-08-04', '2026-08-05')
const failedOnce: readonly Step[] = [
  ...inSession,
  ['2026-05-15', 'unit', 'reply'],
  ['2026-05-18', 'deputy', 'evaluate', notSatisfied],
  ['2026-05-20', 'office', 'reHandle'],
]

/** The 116 suggestions of the town's year, 2 March 2026 to 1 March 2027. */
export const lives = {
  A: {
    about: 'solved early, rated three days later',
    count: 30,
    steps: [...inSession, ['2026-05-15', 'unit', 'reply'], ['2026-05-18', 'deputy', 'evaluate', satisfied]],
  },
  B: {
    about: 'answered on the last day of three months',
    count: 12,
    steps: [...inSession, ['2026-06-11', 'unit', 'reply'], ['2026-06-15', 'deputy', 'evaluate', basically]],
  },
  C: {
    about: 'answered a week late',
    count: 8,
    steps: [...inSession, ['2026-06-18', 'unit', 'reply'], ['2026-06-22', 'deputy', 'evaluate', satisfied]],
  },
  D: {
    about: 'never rated',
    count: 8,
    steps: [...inSession, ['2026-05-20', 'unit', 'reply']],
  },
  E: {
    about: 'not satisfied, handled again in five weeks',
    count: 8,
    steps: [
      ...failedOnce,
      ['2026-06-01', 'unit', 'consult'],
      ['2026-06-02', 'deputy', 'confirmConsultation'],
      ['2026-06-24', 'unit', 'reply'],
      ['2026-06-26', 'deputy', 'evaluate', satisfied],
    ],
  },
  F: {
    about: 'not satisfied twice, the head is summoned',
    count: 4,
    steps: [
      ...failedOnce,
      ['2026-05-25', 'unit', 'consult'],
      ['2026-05-26', 'deputy', 'confirmConsultation'],
      ['2026-06-15', 'unit', 'reply'],
      ['2026-06-17', 'deputy', 'evaluate', notSatisfied],
      [
        '2026-06-24',
        'presidium',
        'summon',
        { ...byMeeting, heldOn: '2026-07-01', place: '镇人大会议室', questions: '为什么两次都没有修完？' },
      ],
      ['2026-07-01', 'presidium', 'recordSummons'],
      ['2026-07-03', 'presidium', 'conclude'],
    ],
  },
  G: {
    about: 'promised, and kept',
    count: 8,
    steps: [
      ...inSession,
      ['2026-05-06', 'unit', 'reply', promisedBy('2026-10-30')],
      ['2026-05-08', 'deputy', 'evaluate', basically],
      ['2026-10-28', 'unit', 'reportCommitment'],
      ['2026-10-30', 'deputy', 'rateCommitment'],
    ],
  },
  H: {
    about: 'promised, and forgotten',
    count: 4,
    steps: [
      ...inSession,
      ['2026-05-06', 'unit', 'reply', promisedBy('2026-12-31')],
      ['2026-05-08', 'deputy', 'evaluate', basically],
    ],
  },
  I: {
    about: 'put off to the farthest day that the rules allow',
    count: 6,
    steps: [
      ...inSession,
      ['2026-04-30', 'unit', 'requestExtension', latestOn],
      ['2026-05-06', 'presidium', 'grantExtension', until],
      ['2026-07-03', 'unit', 'reply'],
      ['2026-07-06', 'deputy', 'evaluate', satisfied],
    ],
  },
  J: {
    about: 'sent back by the unit, given to another one',
    count: 4,
    steps: [
      ...raisedInApril,
      ['2026-04-08', 'office', 'assign'],
      ['2026-04-10', 'unit', 'requestReturn'],
      ['2026-04-15', 'office', 'approveReturn', toOtherUnit],
      ['2026-04-17', 'coUnit', 'receive'],
      ['2026-04-24', 'coUnit', 'consult'],
      ['2026-04-27', 'deputy', 'confirmConsultation'],
      ['2026-07-10', 'coUnit', 'reply'],
      ['2026-07-13', 'deputy', 'evaluate', satisfied],
    ],
  },
  K: {
    about: 'a return that was refused: the old clock runs',
    count: 2,
    steps: [
      ...raisedInApril,
      ['2026-04-08', 'office', 'assign'],
      ['2026-04-10', 'unit', 'requestReturn'],
      ['2026-04-14', 'office', 'refuseReturn'],
      ['2026-04-15', 'unit', 'receive'],
      ['2026-04-24', 'unit', 'consult'],
      ['2026-04-27', 'deputy', 'confirmConsultation'],
      ['2026-07-07', 'unit', 'reply'],
      ['2026-07-08', 'deputy', 'evaluate', satisfied],
    ],
  },
  L: {
    about: 'a co-unit that takes five weeks',
    count: 4,
    steps: [
      ...raised('2026-05-06', '2026-05-07', '2026-05-08'),
      ['2026-05-12', 'office', 'assign', withCoUnit],
      ['2026-05-14', 'unit', 'receive'],
      ['2026-05-20', 'unit', 'consult'],
      ['2026-05-21', 'deputy', 'confirmConsultation'],
      ['2026-06-16', 'coUnit', 'giveCoOpinion'],
      ['2026-07-10', 'unit', 'reply'],
      ['2026-07-13', 'deputy', 'evaluate', satisfied],
    ],
  },
  M: {
    about: 'the deputy is asked for more; the clock stops for seven days',
    count: 4,
    steps: [
      ...raisedInJuly,
      ['2026-07-06', 'office', 'assign'],
      ['2026-07-08', 'unit', 'receive'],
      ['2026-07-20', 'unit', 'askForInformation'],
      ['2026-07-27', 'deputy', 'giveInformation'],
      ['2026-07-29', 'unit', 'consult'],
      ['2026-07-30', 'deputy', 'confirmConsultation'],
      ['2026-09-09', 'unit', 'reply'],
      ['2026-09-11', 'deputy', 'evaluate', satisfied],
    ],
  },
  N: {
    about: 'not accepted',
    count: 2,
    steps: [
      ['2026-07-01', 'deputy', 'submit'],
      ['2026-07-02', 'office', 'startReview'],
      ['2026-07-03', 'presidium', 'refuseAcceptance'],
    ],
  },
  O: {
    about: 'withdrawn after the hand-over',
    count: 2,
    steps: [...raisedInJuly, ['2026-07-06', 'office', 'assign'], ['2026-07-08', 'deputy', 'withdraw']],
  },
  P: {
    about: 'merged with a matter of life M, rated for itself',
    count: 2,
    steps: [
      ['2026-07-01', 'deputy', 'submit'],
      ['2026-07-02', 'office', 'startReview'],
      [
        '2026-07-03',
        'office',
        'merge',
        ({ town, mergeInto }) => ({ ...forms(town).merge, targetId: mergeInto }),
      ],
      ['2026-09-11', 'deputy', 'evaluate', satisfied],
    ],
  },
  Q: {
    about: 'handed over, and never received',
    count: 2,
    steps: [...raisedInAugust, ['2026-08-10', 'office', 'assign']],
  },
  R: {
    about: 'talked over, and never answered',
    count: 2,
    steps: [
      ...raisedInAugust,
      ['2026-08-10', 'office', 'assign'],
      ['2026-08-12', 'unit', 'receive'],
      ['2026-08-18', 'unit', 'consult'],
      ['2026-08-19', 'deputy', 'confirmConsultation'],
    ],
  },
  S: {
    about: 'accepted, and left lying for seven weeks',
    count: 2,
    steps: [
      ...raisedInAugust,
      ['2026-09-28', 'office', 'assign'],
      ['2026-09-30', 'unit', 'receive'],
      ['2026-10-12', 'unit', 'consult'],
      ['2026-10-13', 'deputy', 'confirmConsultation'],
      ['2026-12-25', 'unit', 'reply'],
      ['2026-12-28', 'deputy', 'evaluate', satisfied],
    ],
  },
  T: {
    about: 'a deadline in Spring Festival, before and after the list of 2027 is out',
    count: 2,
    steps: [
      ...raised('2026-11-02', '2026-11-03', '2026-11-04'),
      ['2026-11-06', 'office', 'assign'],
      ['2026-11-10', 'unit', 'receive'],
      ['2026-11-17', 'unit', 'consult'],
      ['2026-11-18', 'deputy', 'confirmConsultation'],
      ['2027-02-04', 'unit', 'reply'],
      ['2027-02-12', 'deputy', 'evaluate', satisfied],
    ],
  },
} as const satisfies Record<string, Life>

export type LifeName = keyof typeof lives
export const lifeNames = Object.keys(lives) as LifeName[]
