/** The local rules that differ between provinces, as data. Each number names its source. */
export interface Profile {
  name: string
  /** 代表法 art. 51: reply within this many calendar months from hand-over. */
  replyMonths: number
  /** A new reply after "not satisfied", calendar months. */
  rehandleMonths: number
  /** How many rounds of handling there are before the presidium concludes. */
  maxRounds: number
  /** Taking up a submitted suggestion, and checking it. */
  reviewWorkingDays: number
  /** The deputy's time for a revision that the office asked for. */
  revisionWorkingDays: number
  /** From acceptance to hand-over. */
  handOverWorkingDays: number
  /** The unit names its three responsible persons. */
  receiptWorkingDays: number
  /** First contact with the deputy after hand-over. */
  firstContactWorkingDays: number
  /** The deputy's time for the evaluation form. */
  evaluationWorkingDays: number
  /** The office examines a "not satisfied". */
  examinationWorkingDays: number
  /** A draft that lies this long is brought back to its author's mind. */
  draftWorkingDays: number
  /** A deputy answers a resident. */
  answerHours: number
  /** The content check of a resident's text, then a person looks. */
  checkHours: number
  /** The office looks at a held opinion. */
  heldHours: number
  /** A conversation without a new word is closed by the deputy. */
  conversationWorkingDays: number
  /** A deadline counts as close when this many calendar days or fewer are left. */
  dueSoonDays: number
}

export const profiles = {
  /** 河南省 2017 measures (township congresses may follow them, art. 31); gaps filled as noted. */
  henan: {
    name: '河南',
    replyMonths: 3, // 代表法 51; Henan 2017
    rehandleMonths: 1, // Henan 2017
    maxRounds: 2, // rules of re-handling stop after the second round everywhere
    reviewWorkingDays: 5, // not regulated: the catalogue's "no item may rest unseen"
    revisionWorkingDays: 10, // not regulated
    handOverWorkingDays: 10, // Chongqing 2017; Henan is silent
    receiptWorkingDays: 5, // not regulated
    firstContactWorkingDays: 20, // Chongqing 2017, as a soft reminder
    evaluationWorkingDays: 10, // Henan 2017
    examinationWorkingDays: 5, // not regulated
    draftWorkingDays: 15, // not regulated
    answerHours: 24, // practice of 阜宁 “云家”
    checkHours: 1, // not regulated
    heldHours: 24, // not regulated
    conversationWorkingDays: 15, // not regulated
    dueSoonDays: 10, // not regulated
  },
} as const satisfies Record<string, Profile>

export type ProfileName = keyof typeof profiles
