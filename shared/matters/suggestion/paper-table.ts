import type { Letterhead } from '../../papers/paper'
import type { SuggestionView } from './endpoints'
import type { SuggestionAction } from './table'
import type { Drawn, PaperRow } from './papers/drawn'
import { assignmentNotice, evaluationForm } from './papers/of-office'
import { consultationRecord, explanation, extensionStatement, replyLetter } from './papers/of-unit'

/** The papers of a suggestion, in the order of its life (rules §11). */
const suggestionPapers = {
  assignmentNotice,
  consultationRecord,
  extensionStatement,
  replyLetter,
  explanation,
  evaluationForm,
} as const satisfies Record<string, PaperRow>
export type PaperKind = keyof typeof suggestionPapers
export const paperKinds = Object.keys(suggestionPapers) as PaperKind[]

export interface DrawnPaper extends Drawn {
  kind: PaperKind
  /** By which it is asked for as long as it was not sent. */
  id: string
}

/** All that can be drawn of it for whoever sees it so. */
export const papersOf = (view: SuggestionView, head: Letterhead): DrawnPaper[] =>
  paperKinds.flatMap((kind) =>
    suggestionPapers[kind].draw(view, head).map((drawn) => ({ ...drawn, kind, id: idOf(kind, drawn) })),
  )

const idOf = (kind: PaperKind, { round, part }: Drawn) => [kind, round, part].filter(Boolean).join('.')

/** It goes out with a step, and is kept so. */
export const isKeptWhenSent = (kind: PaperKind) => suggestionPapers[kind].sentBy.length > 0

const isSentWith = (action: SuggestionAction) => (kind: PaperKind) =>
  suggestionPapers[kind].sentBy.includes(action)
export const isSending = (action: SuggestionAction) => paperKinds.some(isSentWith(action))

/** What a step has just sent: of each kind that it sends, the last one of the round. */
export function sentBy(action: SuggestionAction, view: SuggestionView, head: Letterhead): DrawnPaper[] {
  const ofRound = papersOf(view, head).filter(({ round, isPast }) => round === view.rounds.length && !isPast)
  return paperKinds
    .filter(isSentWith(action))
    .flatMap((kind) => ofRound.filter((one) => one.kind === kind).slice(-1))
}

/** A kind that a later release no longer has is shown no more. */
export const isPaperKind = (kind: string): kind is PaperKind => kind in suggestionPapers

/** How a list calls it. */
export const paperTitle = (kind: PaperKind, { round, rounds }: { round: number; rounds: number }) =>
  `${suggestionPapers[kind].word}${rounds > 1 ? `（第 ${round} 次办理）` : ''}`
