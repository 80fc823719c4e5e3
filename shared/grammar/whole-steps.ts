import * as z from 'zod/mini'
import { publicTexts, publicWords } from '../public-texts'
import { consentKinds, placeholderNames, type PushKind } from '../words/messages'
import type { Party } from '../words/parties'
import { type Profile, profiles } from '../rules/profiles'
import { reachOfField } from './days-in'
import { actionNames } from './decide'
import { targetsOf } from './moves'
import type { ActionRow, AnyTable, Move } from './matter'
import { actionRow, nameOfStep, type Say, type StandsBehind } from './whole-rows'

/** A step is taken by somebody, leads somewhere by every answer, and tells only those who stand to the matter. */
export function faultsOfStep(table: AnyTable, action: string, behind: StandsBehind | undefined, say: Say) {
  const row = actionRow(table, action)
  const name = nameOfStep(table, action)
  const wrong = (sentence: string) => say(name, sentence)
  for (const from of Object.keys(row.moves))
    if (table.states[from] === undefined) wrong(`从“${from}”走，表里却没有这个状态。`)
  for (const party of [...row.by, ...Object.keys({ ...row.tells, ...row.tellsLeft })] as Party[])
    if (party !== 'system' && behind !== undefined && !behind.parties.includes(party))
      wrong(`写到 ${party}，这种事里却没有人是它（kind.ts 的 holders）。`)
  if (row.byClock === true && !row.by.includes('system')) wrong('由时钟走，却不归系统（system）办。')
  if (row.source.length < 5) wrong('没有写出处（source）。')
  for (const sentence of [
    ...Object.values(row.tells),
    ...Object.values(row.tellsLeft ?? {}),
    row.publicLine ?? '',
  ])
    for (const word of wordsIn(sentence))
      if (!(placeholderNames as readonly string[]).includes(word)) wrong(`话里有不认识的词 {${word}}。`)
  faultsOfMeeting(row, wrong)
  faultsOfWithin(row, wrong)
  for (const earlier of Object.keys(row.takesBack ?? {}))
    if (table.actions[earlier]?.publicLine === undefined)
      wrong(`改正的一步“${earlier}”没有公开的一句话（takesBack）。`)
  faultsOfAnswers(table, action, wrong)
  faultsOfForm(row.input, wrong)
  faultsOfPushes(row.tells, row.pushes ?? {}, wrong)
  // What the clock or the calendar says, nobody typed.
  if (row.by.some((party) => party !== 'system')) faultsOfLine(row.publicLine ?? '', behind, wrong)
}

type Wrong = (sentence: string) => void
const wordsIn = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, word = '']) => word)

/** What the form can answer, field by field; undefined where a field is free, or the matter itself says it. */
const answersTo = (input: z.ZodMiniType, field: string): readonly string[] | undefined => {
  try {
    const { properties = {} } = z.toJSONSchema(input, { unrepresentable: 'any', io: 'output' }) as {
      properties?: Readonly<Record<string, { enum?: readonly string[] }>>
    }
    return properties[field]?.enum
  } catch {
    return undefined
  }
}

/** Every state that a matter can have been in before it came into these, and now is in one of them. */
function statesBefore(table: AnyTable, state: string, within: readonly string[]): string[] {
  const walked = new Set([state])
  // What is put back is where it was, with whatever it had come from.
  const ahead = actionNames(table).filter((action) => actionRow(table, action).putsBack === undefined)
  for (const at of walked)
    for (const action of ahead)
      for (const [from, move] of Object.entries(actionRow(table, action).moves))
        if (within.includes(at) && targetsOf(move).includes(at)) walked.add(from)
  return [...walked].filter((one) => !within.includes(one))
}

/** Where a step leads by an answer, every answer leads somewhere, and no other does. */
function faultsOfAnswers(table: AnyTable, action: string, wrong: Wrong) {
  const { moves, decidedBy = [], input } = actionRow(table, action)
  const answersIn = (field: string, state: string) => {
    const fact = table.facts?.[field]
    return (
      answersTo(input, field) ?? (fact && 'before' in fact ? statesBefore(table, state, fact.before) : fact)
    )
  }
  const walk = (from: string, move: Move<string> | undefined, [field, ...rest]: readonly string[]) => {
    if (typeof move !== 'object') return
    if (field === undefined) {
      wrong(`从“${from}”走有几个去处，却没有写由什么决定（decidedBy）。`)
      return
    }
    const given = Object.keys(move)
    const all = answersIn(field, from)
    if (all === undefined) wrong(`由 ${field} 决定去处，表单里和事实（facts）里却没有它。`)
    for (const answer of all ?? [])
      if (!given.includes(answer)) wrong(`从“${from}”走，${field} 是 ${answer} 时没有去处。`)
    for (const answer of given) {
      if (all?.includes(answer) === false) wrong(`从“${from}”走，${field} 不会是 ${answer}。`)
      walk(from, move[answer], rest)
    }
  }
  for (const [from, move] of Object.entries(moves)) walk(from, move, decidedBy)
}

/** Nobody writes down that people met before they did. */
function faultsOfMeeting({ meeting, needs, input }: ActionRow<string, Party, string>, wrong: Wrong) {
  if (meeting === undefined) return
  if ('gate' in meeting) {
    if (!needs.includes(meeting.gate)) wrong(`记的是见面，条件里却没有到日子的 ${meeting.gate}。`)
  } else if (reachOfField(input, meeting.on) !== 'happened')
    wrong(`记的是见面，${meeting.on} 却不是已经过去的日期。`)
}

/** What has to have happened within so long names the day on which it did, and every profile says how long. */
function faultsOfWithin({ within, input }: ActionRow<string, Party, string>, wrong: Wrong) {
  if (within === undefined) return
  if (reachOfField(input, within.on) !== 'happened')
    wrong(`要在几天以内，${within.on} 却不是已经过去的日期。`)
  for (const profile of Object.values<Profile>(profiles))
    if (!(profile[within.workingDays] > 0))
      wrong(`“${profile.name}”的规则里没有 ${within.workingDays} 的数。`)
}

function faultsOfForm(input: z.ZodMiniType, wrong: Wrong) {
  const result = z.safeParse(input, { surprise: 1 })
  if (result.success || !result.error.issues.some(({ code }) => code === 'unrecognized_keys'))
    wrong('表单收下了不认识的项目，请用 z.strictObject。')
}

/** A card goes only to whoever is told something, and is one that the taps of that party ask for. */
function faultsOfPushes(tells: object, pushes: { readonly [party in Party]?: PushKind }, wrong: Wrong) {
  for (const [party, push] of Object.entries(pushes)) {
    const asked: readonly PushKind[] = /Unit$/.test(party)
      ? consentKinds.unit
      : /[dD]eputy$|^(participant|sitter|standIn|expected|convener)$/.test(party)
        ? consentKinds.deputy
        : party === 'congressOffice' || party === 'presidium'
          ? consentKinds.office
          : consentKinds.pages
    if (!(party in tells)) wrong(`给 ${party} 发卡片，却没有写告诉它什么。`)
    else if (!asked.includes(push)) wrong(`给 ${party} 的卡片 ${push}，它的页面没有征求过订阅。`)
  }
}

/** What everyone may read is either made by the table, or a text of the list that is checked. */
function faultsOfLine(line: string, behind: StandsBehind | undefined, wrong: Wrong) {
  for (const word of wordsIn(line)) {
    const text = publicWords[word as keyof typeof publicWords]
    if (text === undefined) wrong(`公开的一句话里有 {${word}}，它不在公开内容的清单里（public-texts.ts）。`)
    else if (text !== null && publicTexts[text].check === 'matter' && behind?.checksLines === false)
      wrong(`公开的一句话里有人写的 {${word}}，却没有核对（kind.ts 的 checkLine）。`)
  }
}
