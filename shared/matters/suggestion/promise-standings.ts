/** How a promise ended. */
export const promiseEnds = [
  /** Reported, and the deputy rated it, or let the time pass; `again`: not satisfied, so that it stands anew. */
  'rated',
  'lapsed',
  'again',
  /** By the word of the presidium. */
  'concluded',
  /** The reply was corrected, with another promise or with none. */
  'replaced',
  'dropped',
  /** The suggestion is handled again. */
  'rehandled',
] as const
export type PromiseEnd = (typeof promiseEnds)[number]

/** Another promise stands in its place, or a new reply is owed. */
export const succeededEnds = [
  'again',
  'replaced',
  'dropped',
  'rehandled',
] as const satisfies readonly PromiseEnd[]

/** How a promise stands today, in the words of every page: computed, so that it is late without any job having run. */
export const toldStandings = {
  open: '正在落实',
  late: '逾期未落实',
  kept: '已经落实',
  notKept: '没有落实',
  concluded: '由主席团终止',
} as const
export type ToldStanding = keyof typeof toldStandings

/** And of those that another one, or a new reply, stands in the place of: they are not told twice. */
export const promiseStandings = {
  ...toldStandings,
  replaced: '已由新承诺代替',
  dropped: '答复更正后不再承诺',
  rehandled: '已责成重新办理',
} as const
export type PromiseStanding = keyof typeof promiseStandings

/** Nothing more comes of it. */
export const lastWords = ['kept', 'notKept', 'concluded'] as const satisfies readonly PromiseStanding[]
export type LastWord = (typeof lastWords)[number]
