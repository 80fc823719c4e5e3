/** What somebody has against the app itself; the third is what the rules for such apps forbid. */
export const feedbackAbouts = {
  hardToUse: '不好用、看不清',
  broken: '出错了、打不开',
  asksTooMuch: '要求太多：重复填、非要拍照',
  wish: '想要别的样子',
  other: '别的',
} as const
export type FeedbackAbout = keyof typeof feedbackAbouts

/** Who keeps the app, as sentences name them: the congress of a county, or where there is none, the office of the town. */
export const keeperNamed = (countyName: string | null) =>
  countyName === null ? '镇人大办' : `${countyName}人大`
