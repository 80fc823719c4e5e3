import * as z from 'zod/mini'
import { actionNames, stateNames, targetsOf } from '../../shared/grammar/decide'
import { spanOf } from '../../shared/grammar/due'
import { consentKinds, placeholderNames, type PushKind } from '../../shared/words/messages'
import type { Party } from '../../shared/words/parties'
import { profiles } from '../../shared/rules/profiles'
import { refusals } from '../../shared/words/refusals'
import type { ActionRow, AnyTable, StateRow } from '../../shared/grammar/matter'
import { suggestionTable } from '../../shared/matters/suggestion/table'
import { matterTables } from '../../shared/workflow'

const tables = Object.entries<AnyTable>(matterTables).map(
  ([kind, table]) => [kind, table, table.first] as const,
)

const rowsOf = (table: AnyTable) =>
  actionNames(table).map((name): [string, ActionRow<string, Party, string>] => [
    name,
    table.actions[name] as ActionRow<string, Party, string>,
  ])

describe.each(tables)('the %s table', (_, table, first) => {
  const states = stateNames(table)
  const row = (state: string) => table.states[state] as StateRow<Party, string>

  test('reaches every state from the first one', () => {
    const reached = new Set<string>([first])
    for (let size = 0; size !== reached.size;) {
      size = reached.size
      for (const [, action] of rowsOf(table)) {
        for (const from of [...reached]) for (const to of targetsOf(action.moves[from])) reached.add(to)
      }
    }
    expect([...reached].sort()).toEqual([...states].sort())
  })

  test('has a way out of every state that is not an end', () => {
    const stuck = states.filter(
      (state) =>
        row(state).waitsFor !== null &&
        !rowsOf(table).some(([, action]) => targetsOf(action.moves[state]).some((to) => to !== state)),
    )
    expect(stuck).toEqual([])
  })

  test('gives every waiting state an owner who can act in it, and a time-out', () => {
    const lacking = states.filter((state) => {
      const { waitsFor, limit } = row(state)
      if (waitsFor === null) return limit !== null
      const canAct = rowsOf(table).some(([, action]) => action.by.includes(waitsFor) && action.moves[state])
      return limit === null || !canAct
    })
    expect(lacking).toEqual([])
  })

  test('lets whoever is awaited instead act as well', () => {
    const lacking = states.filter((state) =>
      Object.values(row(state).waitsInsteadFor ?? {}).some(
        (party) =>
          !rowsOf(table).some(([, action]) => action.by.includes(party as Party) && action.moves[state]),
      ),
    )
    expect(lacking).toEqual([])
  })

  test('says every sentence with words that messages know', () => {
    const known: readonly string[] = placeholderNames
    const sentences = [
      ...states.map((state) => row(state).plain),
      ...rowsOf(table).flatMap(([, action]) => [...Object.values(action.tells), action.publicLine ?? '']),
    ]
    const unknown = sentences.flatMap((sentence) =>
      [...sentence.matchAll(/\{(\w+)\}/g)]
        .map((match) => match[1] ?? '')
        .filter((word) => !known.includes(word)),
    )
    expect(unknown).toEqual([])
  })

  test('has a card only for whoever is told something, and that party’s taps ask for its template', () => {
    const asked = (party: string): readonly PushKind[] =>
      /Unit$/.test(party)
        ? consentKinds.unit
        : /[dD]eputy$/.test(party)
          ? consentKinds.deputy
          : consentKinds.pages
    const wrong = rowsOf(table).flatMap(([name, action]) =>
      Object.entries(action.pushes ?? {})
        .filter(([party, push]) => !(party in action.tells) || !asked(party).includes(push))
        .map(([party]) => `${name} ${party}`),
    )
    expect(wrong).toEqual([])
  })

  test('refuses every closed gate with a sentence of its own', () => {
    const gates = rowsOf(table).flatMap(([, action]) => action.needs)
    expect(
      gates.filter((gate) => refusals[table.gates[gate] as keyof typeof refusals] === undefined),
    ).toEqual([])
  })

  test('refuses unknown keys in every form', () => {
    const lenient = rowsOf(table).filter(([, action]) => {
      const result = z.safeParse(action.input, { surprise: 1 })
      return result.success || !result.error.issues.some(({ code }) => code === 'unrecognized_keys')
    })
    expect(lenient.map(([name]) => name)).toEqual([])
  })

  test('names a source for every step', () => {
    expect(rowsOf(table).filter(([, action]) => action.source.length < 5)).toEqual([])
  })
})

test('every state of the glossary is in the table, and no other', () => {
  const glossary =
    'draft submitted underReview revisionRequested notAccepted merged withdrawn accepted assigned returnRequested received handling extensionRequested replied evaluated reHandling tracking escalated closed archived'
  expect([...stateNames(suggestionTable)].sort()).toEqual(glossary.split(' ').sort())
})

test('limits are numbers or spans of every profile', () => {
  const named = tables.flatMap(([, table]) =>
    stateNames(table).flatMap((state) => {
      const limit = table.states[state]?.limit
      return typeof limit === 'object' && limit !== null && !('day' in limit) ? [limit] : []
    }),
  )
  const lengths = Object.values(profiles).flatMap((profile) =>
    named.map((limit) =>
      'hours' in limit ? profile[limit.hours] : Object.values<unknown>(spanOf(limit, profile))[0],
    ),
  )
  expect(lengths.filter((length) => typeof length !== 'number' || length <= 0)).toEqual([])
})
