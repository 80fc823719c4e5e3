/** What was said while it was deliberated: only praise need not stand in the summary. */
export const noteKinds = { opinion: '意见', question: '询问', praise: '肯定' } as const
export type NoteKind = keyof typeof noteKinds
export const needsAnswer = (kind: NoteKind) => kind !== 'praise'

/** How one item is answered. */
export const answerKinds = {
  done: '已经办了',
  planned: '有计划，正在办',
  cannot: '办不了，写明原因',
  explained: '作说明',
} as const
export type AnswerKind = keyof typeof answerKinds

/** `第19届第3次会议审议意见`. */
export const summaryTitle = (meeting: string) => `${meeting}审议意见`

/** `发言 57 条：意见 46 条，询问 5 条，肯定 6 条`. */
export function spokenNotes(notes: readonly { noteKind: NoteKind }[]): string {
  const parts = (Object.keys(noteKinds) as NoteKind[]).flatMap((kind) => {
    const count = notes.filter(({ noteKind }) => noteKind === kind).length
    return count === 0 ? [] : [`${noteKinds[kind]} ${count} 条`]
  })
  return `发言 ${notes.length} 条：${parts.join('，')}`
}

/** To whoever said it and left the name, when the presidium has heard the answer. */
export const answeredToSpeaker = (said: string, kind: AnswerKind, answer: string) =>
  `您在会上说的“${said}”答复了（${answerKinds[kind]}）：${answer}`

/** What the history says of one answer. */
export const answeredNote = (no: number, kind: AnswerKind, answer: string) =>
  `第${no}条，${answerKinds[kind]}：${answer}`

/** Until it is known who answers. */
export const theGovernment = '镇政府'
