import { listTowns } from '../../../shared/api/towns'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { ask } from './ask'
import { goTo, here, standIn, standNowhere } from './here'
import { loadMe, type Me } from './me'
import { recall, remember } from './store'

export type Town = OutputOf<typeof listTowns>['towns'][number]

/** There are several towns, and nothing says which one is meant: somebody has to choose. Or there is none: somebody has to begin. */
export class Unsettled extends Error {
  constructor() {
    super('请先选是哪个镇。')
  }
}

/**
 * The town that is looked at: the one that an address names takes one there, and without a name it is where one stands
 * already, or belongs.
 * @throws Unsettled
 */
export async function currentTown(named?: string): Promise<string> {
  if (!named) return here().town || settle()
  goTo(named)
  void keepIfOwn(named).catch(() => undefined)
  return named
}

let known: Promise<Town[]> | undefined

/** All towns of this server, asked for once. */
export function loadTowns(): Promise<Town[]> {
  known ??= ask(listTowns, {})
    .then(({ towns }) => towns)
    .catch((error: unknown) => {
      known = undefined
      throw error
    })
  return known
}

/** A town has been opened here. */
export const forgetTowns = () => void (known = undefined)

/** Where somebody has a post or a mandate, or what the county looks after that they work for. */
const ownAmong = (towns: readonly Town[], me: Me | undefined) =>
  towns.filter(
    ({ id, countyId }) =>
      (me?.county && countyId === me.county.id) ||
      me?.standings.some(({ town, roles }) => town.id === id && roles.some((role) => role !== 'resident')),
  )

/** Where one stands among several towns, and which of them are one's own; undefined where there is only one. */
export interface Whereabouts {
  towns: readonly Town[]
  own: readonly Town[]
  county: Me['county']
  here: Town | undefined
  before: Town | undefined
}

export async function whereabouts(): Promise<Whereabouts | undefined> {
  const towns = await loadTowns()
  if (towns.length < 2) return undefined
  const me = await loadMe().catch(() => undefined)
  const named = (wanted: string) => towns.find(({ id }) => id === wanted)
  const { town, before } = here()
  return {
    towns,
    own: ownAmong(towns, me),
    county: me?.county ?? null,
    here: named(town),
    before: named(before),
  }
}

/** Takes a town by hand, and comes back to it when the program is opened again. */
export function chooseTown(town: string) {
  standIn(town)
  void keepIfOwn(town).catch(() => undefined)
}

/** Whoever has a town of their own only visits others; an address of no town at all is not kept. */
async function keepIfOwn(town: string) {
  let towns = await loadTowns()
  if (!towns.some(({ id }) => id === town)) {
    known = undefined
    towns = await loadTowns()
  }
  if (!towns.some(({ id }) => id === town)) return here().town === town ? standNowhere() : undefined
  const own = towns.length > 1 ? ownAmong(towns, await loadMe().catch(() => undefined)) : []
  if (own.length === 0 || own.some(({ id }) => id === town)) remember('town', town)
}

async function settle(): Promise<string> {
  const kept = recall('town')
  const towns = await loadTowns().catch((error: unknown): Town[] => {
    if (kept) return []
    throw error
  })
  if (towns.length === 0 && kept) return kept
  const [only, another] = towns
  if (!only) {
    forgetTowns()
    throw new Unsettled()
  }
  const me = another ? await loadMe().catch(() => undefined) : undefined
  // Another question may have been quicker.
  if (here().town) return here().town
  const found = another ? belonging(towns, me, kept) : only.id
  if (found === undefined) throw new Unsettled()
  standIn(found)
  remember('town', found)
  return found
}

/** One's own town before the one that is remembered, and that before the one where one wrote to somebody; a county has all. */
function belonging(towns: readonly Town[], me: Me | undefined, kept: string): string | undefined {
  if (me?.county) return undefined
  const own = ownAmong(towns, me)
  const among = own.length > 0 ? own : towns
  if (among.some(({ id }) => id === kept)) return kept
  const mine = own.length > 0 ? own : (me?.standings.map(({ town }) => town) ?? [])
  return mine.length === 1 ? mine[0]?.id : undefined
}
