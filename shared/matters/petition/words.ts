/** 信访事项的三类 (信访工作条例 art. 22, 28, 30): what is not handled as a suggestion, and not by whoever it is about. */
export const petitionKinds = {
  petition: '信访、申诉',
  legal: '打官司、仲裁的事',
  wrongdoing: '举报、控告',
} as const
export type PetitionKind = keyof typeof petitionKinds

/** Where it is pointed to: never the unit that it is about. */
export const petitionOffices = {
  petitionOffice: '镇信访办公室',
  legalAid: '法律援助或人民法院',
  discipline: '纪检监察机关',
} as const
/** Why whoever it was passed on to does not take it; chosen, so that nothing of the matter stands in the history. */
export const objections = {
  notTheirs: '不归他们管',
  otherLevel: '应由上级或下级机关办',
  incomplete: '材料不全',
  handledBefore: '以前已经办结',
} as const
export type Objection = keyof typeof objections
export const sentBackSaid = (ground: Objection, on: string) => `${objections[ground]}（${on} 退回）`
export type PetitionOffice = keyof typeof petitionOffices

const signs: readonly (readonly [PetitionKind, RegExp])[] = [
  ['wrongdoing', /贪污|受贿|行贿|收(了)?钱|收礼|回扣|好处费|克扣|挪用|侵吞|举报|检举|控告|包庇|吃拿卡要/],
  ['legal', /法院|官司|起诉|判决|仲裁|强制执行|行政复议|公安.{0,4}立案/],
  ['petition', /上访|信访|申诉|告状/],
]

/** What a message looks like, and by which word: a hint to whoever decides, which decides nothing. */
export function looksLikePetition(text: string): { kind: PetitionKind; because: string } | null {
  for (const [kind, sign] of signs) {
    const [because] = sign.exec(text) ?? []
    if (because !== undefined) return { kind, because }
  }
  return null
}

/** Stands where words were that are kept sealed since. */
export const movedWords = '（这件已经转为信访登记，内容另外保存）'
/** Of a message, where it was about. */
export const placeSaid = (place: string) => `在哪里：${place}`
/** What the resident reads instead of an answer. */
export const endOfMoved = (no: string) =>
  `这件事要由别的机关办，已经登记，回执号 ${no}。会在规定的日子前告诉您该由哪里办；您的姓名和内容不公开，也不给被反映的单位看。`

export const petitionTitle = (kind: PetitionKind) => `信访登记 · ${petitionKinds[kind]}`
export const petitionNamed = (no: string) => `信访登记 ${no}`
/** Where it is pointed to, and under which number it is there. */
export const whereSaid = (where: string, theirReceipt: string | undefined) =>
  theirReceipt === undefined ? where : `${where}，收件编号 ${theirReceipt}`
/** For those who handle it; its author is not told that it is written down. */
export const unitNoted = (reason: string) => `${reason}（写明了说的是哪个单位）`
