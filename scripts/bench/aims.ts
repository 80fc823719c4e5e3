import type { Day } from '../../shared/rules/days'

/** What may be asked in one town. */
export interface Aim {
  town: string
  /** The token of its office. */
  office: string
  /** Public suggestions, and the instants at which some were accepted. */
  items: string[]
  places: string[]
  /** Suggestions that the office stands to. */
  suggestions: string[]
  /** By which some are found. */
  words: string[]
}

export interface StepAim {
  town: string
  id: string
  version: number
  token: string
}

/** What the load asks for; both servers are asked the same, but for what each of them changes. */
export interface Aims {
  today: Day
  towns: Aim[]
  residents: { town: string; token: string; deputy: string }[]
  steps: StepAim[]
}

/** Every second one, beginning with the first or the second: what one server changes the other does not touch. */
export const halfOf = (aims: Aims, first: 0 | 1): Aims => ({
  ...aims,
  residents: aims.residents.filter((_, place) => place % 2 === first),
  steps: aims.steps.filter((_, place) => place % 2 === first),
})

/** One town, or all but that. */
export type Whereabouts = 'one' | 'others' | undefined

export function within(aims: Aims, where: Whereabouts): Aims {
  const one = aims.towns[0]?.town
  const isThere = ({ town }: { town: string }) => where === undefined || (where === 'one') === (town === one)
  const { towns, residents, steps } = aims
  return {
    ...aims,
    towns: towns.filter(isThere),
    residents: residents.filter(isThere),
    steps: steps.filter(isThere),
  }
}
