import { type Ladder, type LadderPlan, ladders, type Rung } from '../../shared/grammar/ladder'
import { comesBack, rungsFrom } from '../../shared/grammar/ladder-steps'
import type { PostKind } from '../../shared/permissions'
import type { Reader } from '../database/source'
import { type Holder, isOf, peopleBehind, person, post, type Somebody } from './holders'
import type { Party } from '../../shared/words/parties'
import type { AnyKind, Holders, MatterRecord } from './kind'
import { asideAs } from './steps-aside'

/** Which post stands on a rung, of the unit that is awaited or of the town. */
const postOf: Readonly<Record<Exclude<Rung, 'awaited'>, PostKind>> = {
  handler: 'unitClerk',
  leaderInCharge: 'unitLeader',
  unitHead: 'unitHead',
  congressOffice: 'congressOffice',
  presidiumChair: 'presidiumMember',
}

export interface Reached {
  /** Null where nobody new could be reached. */
  rung: Rung | null
  people: readonly Somebody[]
  passed: readonly Rung[]
}

/**
 * The first rung where somebody is bound. One that has heard it already ends the search: it knows, unless the ladder
 * itself comes back to it. Where nobody at all is bound the office finds the message once it is.
 */
export async function reach(
  reader: Reader,
  kind: AnyKind,
  record: MatterRecord,
  holders: Holders<Party>,
  awaited: readonly Holder[],
  { ladder, step, heard }: { ladder: Ladder; step: number; heard: readonly (Rung | null)[] },
): Promise<Reached> {
  const plan: LadderPlan = ladders[ladder]
  const candidates = rungsFrom(plan, step)
  const posts = [
    ...(candidates.includes('congressOffice') ? [post('congressOffice')] : []),
    ...(candidates.includes('presidiumChair') ? [post('presidiumMember')] : []),
  ]
  const own = candidates.includes('presidiumChair')
    ? asideAs(kind, 'presidium').flatMap((party) => holders[party] ?? [])
    : []
  const known = await peopleBehind(reader, record.townId, [...new Set([...awaited, ...posts, ...own])])
  const aside = (holder: Holder, id: string) => {
    const party = partyOf[holder]
    const as = party === undefined ? [] : asideAs(kind, party)
    return as.some((one) => holders[one]?.includes(person(id)))
  }
  const on = (rung: Rung) => {
    const all = peopleOn(rung, known, { awaited, own }, kind.named?.(record)[rung])
    const others = all.filter(({ holder, id }) => !aside(holder, id))
    return others.length > 0 ? others : all
  }
  const passed: Rung[] = []
  for (const [index, rung] of candidates.entries()) {
    if (heard.includes(rung) && !(index === 0 && comesBack(plan, step)))
      return { rung: null, people: [], passed }
    const bound = on(rung).filter((one) => one.bound)
    if (bound.length > 0) return { rung, people: bound, passed }
    passed.push(rung)
  }
  const office = candidates.includes('congressOffice') ? on('congressOffice') : []
  return { rung: null, people: office, passed }
}

/** As which party somebody with a post stands to a matter. */
const partyOf: Readonly<Record<Holder, Party>> = {
  [post('congressOffice')]: 'congressOffice',
  [post('presidiumMember')]: 'presidium',
}

function peopleOn(
  rung: Rung,
  known: readonly Somebody[],
  { awaited, own }: { awaited: readonly Holder[]; own: readonly Holder[] },
  named: string | null | undefined,
): readonly Somebody[] {
  const those = known.filter(({ holder }) => awaited.includes(holder))
  if (rung === 'awaited') return once(those)
  const kind = postOf[rung]
  if (rung === 'congressOffice') return known.filter(({ holder }) => holder === post('congressOffice'))
  if (rung === 'presidiumChair') {
    // The chair stands first in the register; where the chair cannot be reached, or has a part of their own in it, the next
    // member of the presidium.
    const all = known.filter(({ holder }) => holder === post('presidiumMember'))
    const concerned = new Set(known.flatMap(({ holder, id }) => (own.includes(holder) ? [id] : [])))
    const others = all.filter(({ id }) => !concerned.has(id))
    const members = others.some(({ bound }) => bound) ? others : all
    const chair = members.find(({ bound }) => bound) ?? members[0]
    return chair === undefined ? [] : [chair]
  }
  const staff = those.filter(({ holder }) => isOf('unit', holder))
  const byName = staff.filter(({ name }) => name === named)
  return once(byName.length > 0 ? byName : staff.filter(({ postKind }) => postKind === kind))
}

/** Whoever holds two posts is one person. */
const once = (people: readonly Somebody[]) =>
  people.filter(({ id }, index) => people.findIndex((one) => one.id === id) === index)
