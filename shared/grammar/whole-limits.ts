import { lateSentences, type LateSentences, placeholderNames } from '../words/messages'
import type { Party } from '../words/parties'
import { type Profile, profiles } from '../rules/profiles'
import { actionNames } from './decide'
import { spanOf } from './due'
import { type Ladder, ladderOf, type LadderPlan, type LadderRow, ladders, partyOfRung } from './ladder'
import type { AnyTable, Limit } from './matter'
import { actionRow, nameOfState, type Say, type StandsBehind, stateRow, turnsOf } from './whole-rows'

/** A state with a limit has a length in every profile, and a ladder that speaks before, on and after its last day. */
export function faultsOfLimit(table: AnyTable, state: string, say: Say) {
  const row = stateRow(table, state)
  const { limit } = row
  if (limit === null) return
  const name = nameOfState(table, state)
  for (const profile of Object.values<Profile>(profiles))
    if (!hasLength(limit, profile))
      say(name, `期限 ${JSON.stringify(limit)} 在“${profile.name}”的规则里没有数。`)
  // As long as the suggestion behind it, which has a clock of its own.
  if (limit === 'suggestion') return
  for (const turn of turnsOf(row)) {
    const ladder = ladderOf(row, turn)
    if (ladder === undefined) say(name, `有期限，却没有写等 ${turn} 时怎么催（late）。`)
    else
      faultsOfLadder({ ladder, turn, says: row.says, ends: endsByItself(table, state) }, (wrong) =>
        say(name, wrong),
      )
  }
}

/** An answer that is asked for beside the turn is reminded of like everything else; whoever asked may stop waiting. */
export function faultsOfAsk(table: AnyTable, ask: string, behind: StandsBehind | undefined, say: Say) {
  const plan = table.asks?.[ask]
  if (plan === undefined) return
  const wrong = (sentence: string) => say(`问题“${plan.word}”（${ask}）`, sentence)
  for (const profile of Object.values<Profile>(profiles))
    for (const limit of [plan.due, plan.again ?? plan.due])
      if (!hasLength(limit, profile))
        wrong(`期限 ${JSON.stringify(limit)} 在“${profile.name}”的规则里没有数。`)
  for (const state of plan.in)
    if (table.states[state] === undefined) wrong(`在“${state}”问，表里却没有这个状态。`)
  if (behind !== undefined && !behind.parties.includes(plan.to))
    wrong(`问的是 ${plan.to}，这种事里却没有人是它（kind.ts 的 holders）。`)
  const deeds = Object.values(plan.steps).map(({ does }) => does)
  if (!deeds.includes('answer')) wrong('没有回答的一步。')
  // What stops everything ends by itself on its day.
  if (plan.stops !== true && !deeds.includes('waive'))
    wrong(`${plan.to} 一直不回答，就一直等下去，请补一步“不再等”（waive）。`)
  faultsOfLadder({ ladder: plan.ladder, turn: plan.to, says: plan.says, ends: false, aside: true }, wrong)
}

interface Asking {
  ladder: Ladder
  turn: Party
  says: LateSentences | undefined
  /** It ends by itself on its day. */
  ends: boolean
  /** It runs beside the turn, which climbs. */
  aside?: true
}

function faultsOfLadder({ ladder, turn, says, ends, aside }: Asking, wrong: (sentence: string) => void) {
  const plan = ladders[ladder] as LadderPlan | undefined
  if (plan === undefined) {
    wrong(`没有叫 ${ladder} 的催办（ladder.ts）。`)
    return
  }
  const spoken = (when: Late) => plan.rows.filter((row) => lateOf(row) === when)
  const hears = (when: Late) =>
    spoken(when).some(
      ({ rung, also = [] }) =>
        turn === 'system' ||
        partyOfRung(rung, turn) === turn ||
        also.some((one) => one === 'awaited' || one === turn),
    )
  if (turn !== 'system' && plan.quiet !== true && !hears('before'))
    wrong(`催办 ${ladder} 到期以前没有提醒 ${turn}。`)
  if (!ends && !hears('on')) wrong(`催办 ${ladder} 到期的时候没有告诉 ${turn}。`)
  if (!ends && !aside && plan.quiet !== true && plan.weekly === null && spoken('after').length === 0)
    wrong(`催办 ${ladder} 逾期没有往上报。`)
  faultsOfRungs(plan, turn, (sentence) => wrong(`催办 ${ladder} ${sentence}`))
  const { together = {}, ...alone } = { ...lateSentences.suggestion, ...says } as LateSentences
  faultsOfSentences(plan, turn, alone, wrong)
  for (const sentence of Object.values(together)) faultsOfWords(sentence, wrong)
}

type Late = 'before' | 'on' | 'after'
const lateOf = ({ day }: LadderRow): Late =>
  day === 'dueSoon' || (typeof day === 'number' && day < 0)
    ? 'before'
    : day === 'overdue' || day <= 1
      ? 'on'
      : 'after'

/** The clock ends it where nobody moved: what has lapsed is not late. */
const endsByItself = (table: AnyTable, state: string) =>
  actionNames(table).some(
    (action) =>
      actionRow(table, action).byClock === true && actionRow(table, action).moves[state] !== undefined,
  )

function hasLength(limit: Limit, profile: Profile): boolean {
  if (typeof limit === 'string') return true
  if ('day' in limit) return limit.day !== ''
  if ('hours' in limit) return profile[limit.hours] > 0
  const span = spanOf(limit, profile) as Readonly<Record<string, unknown>> | undefined
  const [length] = Object.values(span ?? {})
  return typeof length === 'number' && length > 0
}

/** Only a unit has a handler, a leader and a head. */
function faultsOfRungs({ rows, weekly }: LadderPlan, turn: Party, say: (wrong: string) => void) {
  const ofUnits = ['handler', 'leaderInCharge', 'unitHead']
  const rungs = [...rows.map(({ rung }) => rung), ...(weekly === null ? [] : [weekly])]
  const astray = rungs.find((rung) => ofUnits.includes(rung) && !turn.endsWith('Unit'))
  if (astray !== undefined) say(`要找 ${astray}，等的 ${turn} 却不是单位。`)
}

function faultsOfSentences(
  plan: LadderPlan,
  turn: Party,
  sentences: Readonly<Record<string, string>>,
  say: (wrong: string) => void,
) {
  const wanted = plan.rows.flatMap((row) => {
    const when = lateOf(row) === 'before' ? 'dueSoon' : 'overdue'
    const readers = [
      partyOfRung(row.rung, turn),
      ...(row.also ?? []).map((one) => (one === 'awaited' ? turn : one)),
    ]
    return readers.map((party) => (party === turn ? when : `${when}ToOthers`))
  })
  for (const name of new Set(wanted)) {
    const sentence = sentences[name] ?? ''
    if (sentence.trim() === '') say(`没有写催办时说的话 ${name}（says）。`)
    faultsOfWords(sentence, say)
  }
}

function faultsOfWords(sentence: string, say: (wrong: string) => void) {
  for (const [, word = ''] of sentence.matchAll(/\{(\w+)\}/g))
    if (!(placeholderNames as readonly string[]).includes(word)) say(`催办的话里有不认识的词 {${word}}。`)
}
