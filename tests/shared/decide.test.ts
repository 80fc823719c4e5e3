import { actionNames, decide, openActions, stateNames } from '../../shared/grammar/decide'
import { targetsOf } from '../../shared/grammar/moves'
import type { ActionRow, AnyTable, Move } from '../../shared/grammar/matter'
import { notYet } from '../../shared/grammar/not-yet'
import { type SuggestionAction, suggestionTable } from '../../shared/matters/suggestion/table'
import { parties, type Party } from '../../shared/words/parties'
import { Refusal } from '../../shared/words/refusals'
import { matterTables } from '../../shared/workflow'

/** Every (state × action × party) cell of every table, without a server: who is asked first, then when, then what is missing. */
type Row = ActionRow<string, Party, string>
const tables = Object.entries(matterTables) as unknown as [string, AnyTable][]
const everyone = Object.keys(parties) as Party[]
const rowOf = (table: AnyTable, action: string) => table.actions[action] as Row

/** Forms and facts that lead to each end of a move. */
function waysOf(row: Row, move: Move<string>, names = row.decidedBy ?? []): Record<string, string>[] {
  const [name, ...rest] = names
  if (typeof move === 'string' || name === undefined) return [{}]
  return Object.entries(move).flatMap(([answer, next]) =>
    waysOf(row, next, rest).map((way) => ({ [name]: answer, ...way })),
  )
}
const endOf = (row: Row, move: Move<string>, way: Readonly<Record<string, string>>) =>
  (row.decidedBy ?? []).reduce<Move<string> | undefined>(
    (at, name) => (typeof at === 'object' ? at[way[name] ?? ''] : at),
    move,
  )

function outcome(table: AnyTable, action: string, standing: Parameters<typeof decide>[2], form = {}) {
  try {
    return `→ ${decide(table, action, standing, form)}`
  } catch (error) {
    return error instanceof Refusal ? error.code : error
  }
}

describe.each(tables)('%s', (_, table) => {
  const cells = stateNames(table).flatMap((state) =>
    actionNames(table).flatMap((action) => everyone.map((party) => ({ state, action, party }))),
  )
  const allOpen = new Set(Object.keys(table.gates))
  const standing = (
    state: string,
    held: readonly Party[],
    open: ReadonlySet<string> = allOpen,
    facts = {},
  ) => ({
    state,
    parties: new Set(held),
    open,
    facts,
  })

  test('a step before its time is refused with what comes first, whoever takes it; one that is behind is not', () => {
    const said = (action: SuggestionAction, state: string, party: string) =>
      notYet(suggestionTable, action, { state, parties: new Set([party]) } as never)
    expect([
      said('reply', 'received', 'leadUnit'),
      said('reply', 'assigned', 'leadUnit'),
      said('reply', 'evaluated', 'leadUnit'),
      said('evaluate', 'handling', 'leadDeputy'),
      said('conclude', 'evaluated', 'presidium'),
      said('reply', 'replied', 'leadUnit'),
      said('receive', 'handling', 'leadUnit'),
      said('reply', 'closed', 'leadUnit'),
      said('remind', 'replied', 'congressOffice'),
    ]).toEqual([
      '这件事现在是“已签收，待面商”，先“登记面商”，再“答复代表”。',
      '这件事现在是“已交办，待签收”，先“签收”、“登记面商”，再“答复代表”。',
      '这件事现在是“代表不满意，待处理”，要等镇人大办“责成重新办理”，才能“答复代表”。',
      '这件事现在是“办理中”，要等主办单位“答复代表”，才能“评价”。',
      '这件事现在是“代表不满意，待处理”，先“约见单位负责人”，再“主席团提出处理意见，办结”。',
      ...[undefined, undefined, undefined, undefined],
    ])
    const early = { state: 'received', parties: new Set(['leadUnit']), open: new Set() } as never
    const sentence = said('reply', 'received', 'leadUnit') ?? ''
    expect(() => decide(suggestionTable, 'reply', early, {})).toThrow(sentence)
  })

  test('whoever is no party of the step is told so, and nothing of when or why', () => {
    const wrong = cells.filter(({ state, action, party }) => {
      if (rowOf(table, action).by.includes(party)) return false
      const none = outcome(table, action, standing(state, [party], new Set()))
      return none !== 'not_your_step' || outcome(table, action, standing(state, [])) !== 'not_your_step'
    })
    expect(wrong).toEqual([])
  })

  test('in a state from which the step does not go, its own party is told that', () => {
    const wrong = cells.filter(({ state, action, party }) => {
      const row = rowOf(table, action)
      if (!row.by.includes(party) || row.moves[state] !== undefined) return false
      return outcome(table, action, standing(state, [party], new Set())) !== 'wrong_state'
    })
    expect(wrong).toEqual([])
  })

  test('each gate that is shut alone is told of by its own refusal, and of several the first', () => {
    const wrong = cells.flatMap(({ state, action, party }) => {
      const row = rowOf(table, action)
      if (!row.by.includes(party) || row.moves[state] === undefined) return []
      return row.needs.flatMap((gate, index) => {
        const alone = new Set([...allOpen].filter((one) => one !== gate))
        const andLater = new Set(row.needs.slice(0, index))
        return [alone, andLater]
          .map((open) => outcome(table, action, standing(state, [party], open)))
          .filter((told) => told !== table.gates[gate])
          .map((told) => `${action} in ${state}, ${gate}: ${String(told)}`)
      })
    })
    expect(wrong).toEqual([])
  })

  test('with every gate open it leads to where each answer says, and to nowhere by an answer that is none', () => {
    const wrong = cells.flatMap(({ state, action, party }) => {
      const row = rowOf(table, action)
      const move = row.moves[state]
      if (!row.by.includes(party) || move === undefined) return []
      const ends = waysOf(row, move).flatMap((way) =>
        [
          outcome(table, action, standing(state, [party]), way),
          outcome(table, action, standing(state, [party], allOpen, way)),
        ]
          .filter((told) => told !== `→ ${endOf(row, move, way) as string}`)
          .map((told) => `${action} in ${state} by ${JSON.stringify(way)}: ${String(told)}`),
      )
      const astray = ['__proto__', 'constructor', '', 7, undefined].flatMap((answer) => {
        const form = Object.fromEntries((row.decidedBy ?? []).map((name) => [name, answer]))
        const told = outcome(table, action, standing(state, [party]), form)
        return typeof move === 'string' || told === 'bad_input'
          ? []
          : [`${action} in ${state}: ${String(told)}`]
      })
      return [...ends, ...astray]
    })
    expect(wrong).toEqual([])
  })

  test('a page offers exactly the steps that would not be refused', () => {
    const wrong = stateNames(table).flatMap((state) =>
      everyone.flatMap((party) =>
        [allOpen, new Set<string>()].flatMap((open) => {
          const offered = openActions(table, standing(state, [party], open))
          const taken = actionNames(table).filter((action) => {
            const way = waysOf(rowOf(table, action), rowOf(table, action).moves[state] ?? '')[0]
            return String(outcome(table, action, standing(state, [party], open), way)).startsWith('→')
          })
          return offered.join() === taken.join() ? [] : [`${state} for ${party}: ${offered.join()}`]
        }),
      ),
    )
    expect(wrong).toEqual([])
  })

  test('every end of a move is a state of the table', () => {
    const ends = actionNames(table).flatMap((action) =>
      Object.values(rowOf(table, action).moves).flatMap((move) => targetsOf(move)),
    )
    expect(ends.filter((end) => !(end in table.states))).toEqual([])
  })
})
