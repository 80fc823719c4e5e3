import {
  type DrawnPaper,
  isKeptWhenSent,
  isPaperKind,
  type PaperKind,
  paperKinds,
  paperTitle,
  papersOf,
} from '../../../shared/matters/suggestion/paper-table'
import type { Paper } from '../../../shared/papers/paper'
import type { Day } from '../../../shared/rules/days'
import { Refusal } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import type { Actor } from '../../http/actor'
import { suggestionStandingOf } from '../../matters/suggestion/standing'
import { presentSuggestion } from '../../matters/suggestion/view'
import { readLetterhead } from './letterhead'

interface SentRow {
  id: string
  kind: PaperKind
  round: number
  part: string
  on: Day
  content: string
}

interface Listed extends Omit<DrawnPaper, 'paper'> {
  isSent: boolean
  word: string
  content: () => Paper
}

const sentSql = `
  SELECT d.id, d.paper_kind AS kind, d.round_no AS round, d.part, d.on_day AS \`on\`, d.content
  FROM sent_paper d WHERE d.town_id = ? AND d.suggestion_id = ? ORDER BY d.sent_at, d.id`

const sameAs = (one: { kind: string; round: number; part: string }) => (other: typeof one) =>
  one.kind === other.kind && Number(one.round) === Number(other.round) && one.part === other.part

/**
 * What was sent stands as it was; the rest is drawn from what the asker sees today.
 * @throws Refusal `not_found` where the suggestion is none of theirs
 */
async function papersFor(reader: Reader, actor: Actor, id: string, now: Date) {
  const standing = await suggestionStandingOf(reader, actor, id, now)
  const view = await presentSuggestion(reader, standing, now)
  const drawn = papersOf(view, await readLetterhead(reader, actor.townId))
  const sent = (await reader.query<SentRow[]>(sentSql, [actor.townId, id])).filter(({ kind }) =>
    isPaperKind(kind),
  )
  // Whoever gave it back reads what it had, and of that only what it would be shown.
  const isFormer = [...standing.parties].every((party) => party === 'formerUnit')
  const rounds = view.rounds.length
  const called = (kind: PaperKind, round: number) => paperTitle(kind, { round: Number(round), rounds })
  const all: Listed[] = [
    ...sent
      .filter((one) => !isFormer || drawn.some(sameAs(one)))
      .map(({ content, ...one }) => ({
        ...one,
        isSent: true,
        word: called(one.kind, one.round),
        content: () => JSON.parse(content) as Paper,
      })),
    ...drawn
      .filter((one) => !sent.some(sameAs(one)))
      .map(({ paper, ...one }) => ({
        ...one,
        isSent: false,
        word: called(one.kind, one.round),
        content: () => (isKeptWhenSent(one.kind) ? drawnLater(paper) : paper),
      })),
  ]
  const order = ({ kind, round }: Listed) => Number(round) * paperKinds.length + paperKinds.indexOf(kind)
  return {
    view,
    papers: all.sort((one, other) => order(one) - order(other) || Number(one.part) - Number(other.part) || 0),
  }
}

/** It went out before what went out was kept, and names may have changed since. */
const drawnLater = (paper: Paper): Paper => ({
  ...paper,
  blocks: [
    ...paper.blocks,
    {
      is: 'note',
      text: '这份文书发出时没有留底，是按现在的名称补出来的；和当时发出的不一样的，以当时的为准。',
    },
  ],
})

export async function listPapers(reader: Reader, actor: Actor, id: string, now: Date) {
  const { papers } = await papersFor(reader, actor, id, now)
  return { papers: papers.map(({ id: paper, word, on, isSent }) => ({ id: paper, word, on, isSent })) }
}

/** @throws Refusal `not_found` */
export async function showPaper(reader: Reader, actor: Actor, id: string, wanted: string, now: Date) {
  const { view, papers } = await papersFor(reader, actor, id, now)
  const found = papers.find((one) => one.id === wanted)
  if (found === undefined) throw new Refusal('not_found')
  const { word, on, isSent, content } = found
  return { id: wanted, word, on, isSent, subject: view.subject, paper: content() }
}
