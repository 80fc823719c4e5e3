/**
 * 静默图 (field note M2): where nothing comes from, told from chance by the number that would be expected. Silence is not
 * satisfaction: people may not dare, not wish or not know how. It is for the next visits, and blames nobody.
 */
export interface VillageVoices {
  id: string
  name: string
  population: number
  /** Messages of the last six months, on behalf too, by the village of whoever spoke. */
  messages: number
  /** Only villages of one group are joined. */
  groupId: string | null
}

export const silenceMarks = {
  silent: '静',
  tooSmall: '人少，看不出',
  none: '有人说',
} as const
export type SilenceMark = keyof typeof silenceMarks

export interface Silence extends VillageVoices {
  /** e = M·r/R. */
  expected: number
  mark: SilenceMark
  /** With which others it is silent together. */
  together: string[]
}

/** So many would be expected where none at all is no chance: e^−3 is one in twenty. */
export const leastExpected = 3
/** With fewer of the whole town nothing is drawn. */
export const leastOfTown = 30

/**
 * Of each village, in the order of the register: nobody spoke though three or more would be expected is silence; a smaller one
 * is joined with the next of the same group until that is so, else nothing can be told.
 * @returns undefined where the whole town has too few
 */
export function silenceOf(villages: readonly VillageVoices[]): Silence[] | undefined {
  const all = villages.reduce((sum, { messages }) => sum + messages, 0)
  const people = villages.reduce((sum, { population }) => sum + population, 0)
  if (all < leastOfTown || people === 0) return undefined
  const expected = villages.map(({ population }) => (all * population) / people)
  const marks = new Map<string, Pick<Silence, 'mark' | 'together'>>()
  for (const [at, village] of villages.entries()) {
    if (village.messages > 0 || marks.get(village.id)?.mark === 'silent') continue
    const joined = joinedFrom(villages, expected, at)
    const mark = joined === undefined ? 'tooSmall' : 'silent'
    for (const one of joined ?? [village])
      marks.set(one.id, {
        mark,
        together: (joined ?? []).filter(({ id }) => id !== one.id).map(({ name }) => name),
      })
  }
  return villages.map((village, at) => ({
    ...village,
    expected: expected[at] ?? 0,
    ...(marks.get(village.id) ?? { mark: 'none' as const, together: [] }),
  }))
}

/** The village, with the next ones of its group where it is small; undefined where they have spoken or are too few. */
function joinedFrom(villages: readonly VillageVoices[], expected: readonly number[], from: number) {
  const first = villages[from]
  const joined: VillageVoices[] = []
  let sum = 0
  for (let at = from; at < villages.length && sum < leastExpected; at += 1) {
    const next = villages[at]
    if (!first || !next || next.groupId !== first.groupId) continue
    if (next.messages > 0) return undefined
    joined.push(next)
    sum += expected[at] ?? 0
  }
  return sum >= leastExpected ? joined : undefined
}

/**
 * The same rule over time: a village that has three or more a month is silent in a month with none.
 * @param usual how many a month it had over its own last three years
 * @returns the places of these months
 */
export const silentMonths = (perMonth: readonly number[], usual: number): number[] =>
  usual < leastExpected ? [] : perMonth.flatMap((count, month) => (count === 0 ? [month] : []))
