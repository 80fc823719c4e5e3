import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { parties } from '../../../shared/words/parties'
import { isHeld } from '../../database/in-office'
import { marks } from '../../database/sql'
import { part } from '../../database/together'
import { type Holder, person } from '../../engine/holders'
import type { At } from '../../engine/kind'

/** Who of the office and the presidium can decide about a suggestion, and whom of them it concerns. */
export interface Decider {
  personId: string
  name: string
  postKind: 'congressOffice' | 'presidiumMember'
  isConcerned: number
}

type Marked = { readonly deciders: readonly Decider[] }

/** @param onlyMarked those of suggestions that concern somebody, and of no others */
export const decidersPart = (ids: readonly string[], { onlyMarked }: { onlyMarked: boolean }) =>
  part<Decider & { of: string }>({
    columns: {
      ...{ of: 'b.id', personId: 'p.id', name: 'p.name', postKind: 'o.post_kind' },
      isConcerned: `CASE WHEN EXISTS (SELECT 1 FROM suggestion_concern c
        WHERE c.suggestion_id = b.id AND c.person_id = p.id) THEN 1 ELSE 0 END`,
    },
    from: `FROM suggestion b
      JOIN post o ON o.town_id = b.town_id AND o.post_kind IN ('congressOffice', 'presidiumMember') AND ${isHeld('o')}
      JOIN person p ON p.id = o.person_id
      WHERE b.id IN (${marks(ids)})${
        onlyMarked ? ' AND EXISTS (SELECT 1 FROM suggestion_concern m WHERE m.suggestion_id = b.id)' : ''
      }`,
    // The chair stands first, who goes before the others where the office cannot.
    order: `CASE o.presidium_post WHEN 'chairperson' THEN 0 WHEN 'viceChairperson' THEN 1 ELSE 2 END,
      p.position, p.id, o.post_kind`,
    parameters: [...ids],
  })

const isConcerned = ({ isConcerned }: Decider) => Number(isConcerned) === 1
export const concernedOf = ({ deciders }: Marked) => [
  ...new Set(deciders.filter(isConcerned).map(({ personId }) => personId)),
]
const of = ({ deciders }: Marked, kind: Decider['postKind']) =>
  deciders.filter(({ postKind }) => postKind === kind)
const idsOf = (those: readonly Decider[]) => those.map(({ personId }) => personId)

export const isUnconcerned = (record: Marked, asker: At['asker']) =>
  asker === null || 'system' in asker || !concernedOf(record).includes(asker.person?.id ?? '')

/** Where it concerns the whole office, the chair goes on with it; where the whole presidium, the office types what others decide. */
export const standIns = (record: Marked): { office: Holder[]; presidium: Holder[] } => {
  const [clerks, members] = [of(record, 'congressOffice'), of(record, 'presidiumMember')]
  const others = (those: readonly Decider[]) => idsOf(those.filter((one) => !isConcerned(one)))
  return {
    office: clerks.length > 0 && clerks.every(isConcerned) ? others(members).slice(0, 1).map(person) : [],
    presidium: members.length > 0 && members.every(isConcerned) ? others(clerks).map(person) : [],
  }
}

/** Who goes on with it, as a sentence names them. */
export const othersThan = (record: Marked) =>
  (['congressOffice', 'presidiumMember'] as const)
    .flatMap((kind) => {
      const names = of(record, kind)
        .filter((one) => !isConcerned(one))
        .map(({ name }) => name)
      const word = parties[kind === 'presidiumMember' ? 'presidium' : kind]
      return names.length === 0 ? [] : [`${word} ${names.join('、')}`]
    })
    .join('；')

export const namesOfConcerned = (record: Marked) => [
  ...new Set(record.deciders.filter(isConcerned).map(({ name }) => name)),
]

export const presentDeciders = (rows: readonly Decider[]): SuggestionView['deciders'] =>
  rows.map((one) => ({
    ...{ id: one.personId, name: one.name, post: one.postKind, concerned: isConcerned(one) },
  }))
