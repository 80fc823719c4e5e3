import type { Rung } from '../../../shared/grammar/ladder'
import type { PostKind } from '../../../shared/permissions'
import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'
import type { SuggestionStanding } from './standing'
import { recipientsOf } from './recipients'

/** Somebody of the register who stands on a rung. */
export interface RungPerson {
  id: string
  name: string
  bound: boolean
}

/** Who stands on this rung for this suggestion, in the order of the register. */
export function peopleOnRung(reader: Reader, standing: SuggestionStanding, rung: Rung) {
  return lookups[rung](reader, standing)
}

type Lookup = (reader: Reader, standing: SuggestionStanding) => Promise<RungPerson[]>

const lookups: Readonly<Record<Rung, Lookup>> = {
  async awaited(reader, { suggestion, turn }) {
    const recipients = turn === null ? [] : await recipientsOf(reader, suggestion, turn)
    return readPeople(
      reader,
      recipients.map(({ id }) => id),
    )
  },
  handler: inUnit('unitClerk', 'handler_name'),
  leaderInCharge: inUnit('unitLeader', 'leader_in_charge'),
  unitHead: inUnit('unitHead'),
  congressOffice: (reader, { suggestion: { townId } }) => withPost(reader, townId, 'congressOffice'),
  /** The chair stands first in the register; where the chair cannot be reached, the next member of the presidium. */
  async presidiumChair(reader, { suggestion: { townId } }) {
    const members = await withPost(reader, townId, 'presidiumMember')
    const chair = members.find(({ bound }) => bound) ?? members[0]
    return chair ? [chair] : []
  },
}

/** Whom the unit named when it signed for the suggestion, else whoever holds the post. */
function inUnit(kind: PostKind, named?: 'handler_name' | 'leader_in_charge'): Lookup {
  return async (reader, { suggestion: { id, townId, leadUnitId, currentRound } }) => {
    if (leadUnitId === null) return []
    const staff = await readStaff(reader, townId, leadUnitId)
    const [round] = named
      ? await reader.query<{ name: string | null }[]>(
          `SELECT ${named} AS name FROM suggestion_round WHERE suggestion_id = ? AND round_no = ?`,
          [id, currentRound],
        )
      : []
    const byName = staff.filter(({ name }) => name === round?.name)
    const found = byName.length > 0 ? byName : staff.filter((person) => person.kind === kind)
    return found.map(({ kind: _, ...person }) => person)
  }
}

interface PersonRow {
  id: string
  name: string
  accountId: string | null
}
const asPerson = ({ id, name, accountId }: PersonRow): RungPerson => ({ id, name, bound: accountId !== null })

async function readStaff(reader: Reader, townId: string, unitId: string) {
  const rows = await reader.query<(PersonRow & { kind: PostKind })[]>(
    `SELECT p.id, p.name, p.account_id AS accountId, o.post_kind AS kind
     FROM post o JOIN person p ON p.id = o.person_id
     WHERE o.town_id = ? AND o.handling_unit_id = ? ORDER BY p.position, p.id`,
    [townId, unitId],
  )
  return rows.map(({ kind, ...row }) => ({ ...asPerson(row), kind }))
}

async function withPost(reader: Reader, townId: string, kind: PostKind) {
  const rows = await reader.query<PersonRow[]>(
    `SELECT DISTINCT p.id, p.name, p.account_id AS accountId, p.position
     FROM post o JOIN person p ON p.id = o.person_id
     WHERE o.town_id = ? AND o.post_kind = ? ORDER BY p.position, p.id`,
    [townId, kind],
  )
  return rows.map(asPerson)
}

async function readPeople(reader: Reader, ids: readonly string[]) {
  const rows = await reader.query<PersonRow[]>(
    `SELECT id, name, account_id AS accountId FROM person WHERE id IN (${marks(ids)}) ORDER BY position, id`,
    [...ids],
  )
  return rows.map(asPerson)
}
