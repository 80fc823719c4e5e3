/** What a town calls the day on which its deputies receive whoever comes (catalogue 27, 29). */
export const receptionWords = {
  reception: '代表接访日',
  welcome: '代表接待日',
  contact: '代表联系选民日',
} as const
export type ReceptionWord = keyof typeof receptionWords
