import { type SuggestionParty } from '../../../shared/matters/suggestion/states'
import type { PostKind } from '../../../shared/permissions'
import type { Reader } from '../../database/source'
import { marks } from '../../database/sql'
import type { SuggestionRecord } from './record'

/** Somebody with an inbox: a person of the register, or a resident (with the opinion that made them one). */
export type Recipient = { kind: 'person'; id: string } | { kind: 'resident'; id: string; opinionId: string }

/** Who stands as this party to the suggestion. */
export async function recipientsOf(
  reader: Reader,
  suggestion: SuggestionRecord,
  party: SuggestionParty,
): Promise<Recipient[]> {
  const find = lookups[party]
  return find ? find(reader, suggestion) : []
}

type Lookup = (reader: Reader, suggestion: SuggestionRecord) => Promise<Recipient[]>

const asPersons = (rows: { id: string }[]): Recipient[] => rows.map(({ id }) => ({ kind: 'person', id }))

const coSignersWhere =
  (condition: string): Lookup =>
  async (reader, { id, textVersion }) =>
    asPersons(
      await reader.query<{ id: string }[]>(
        `SELECT person_id AS id FROM co_signature WHERE suggestion_id = ? AND ${condition}`,
        condition.includes('?') ? [id, textVersion] : [id],
      ),
    )

const postsInTown =
  (kind: PostKind): Lookup =>
  async (reader, { townId }) =>
    asPersons(
      await reader.query<{ id: string }[]>(
        'SELECT DISTINCT person_id AS id FROM post WHERE town_id = ? AND post_kind = ?',
        [townId, kind],
      ),
    )

export async function staffOfUnits(reader: Reader, townId: string, unitIds: string[]): Promise<Recipient[]> {
  return asPersons(
    await reader.query<{ id: string }[]>(
      `SELECT DISTINCT person_id AS id FROM post WHERE town_id = ? AND handling_unit_id IN (${marks(unitIds)})`,
      [townId, ...unitIds],
    ),
  )
}

const lookups: Partial<Record<SuggestionParty, Lookup>> = {
  leadDeputy: (_, { leadDeputyId }) => Promise.resolve([{ kind: 'person', id: leadDeputyId }]),
  coSigner: coSignersWhere("answer = 'signed'"),
  invitee: coSignersWhere("(answer = 'open' OR (answer = 'signed' AND text_version <> ?))"),
  congressOffice: postsInTown('congressOffice'),
  presidium: postsInTown('presidiumMember'),
  leadUnit: async (reader, { townId, leadUnitId }) =>
    leadUnitId ? staffOfUnits(reader, townId, [leadUnitId]) : [],
  async coUnit(reader, { townId, id }) {
    const units = await reader.query<{ id: string }[]>(
      'SELECT handling_unit_id AS id FROM co_unit WHERE suggestion_id = ?',
      [id],
    )
    return staffOfUnits(
      reader,
      townId,
      units.map((unit) => unit.id),
    )
  },
  async formerUnit(reader, { townId, id }) {
    const units = await reader.query<{ id: string }[]>(
      "SELECT handling_unit_id AS id FROM return_request WHERE suggestion_id = ? AND answer = 'approved'",
      [id],
    )
    return staffOfUnits(
      reader,
      townId,
      units.map((unit) => unit.id),
    )
  },
  async letterUnit(reader, { townId, id }) {
    const units = await reader.query<{ id: string }[]>(
      'SELECT letter_unit_id AS id FROM review WHERE suggestion_id = ? AND letter_unit_id IS NOT NULL',
      [id],
    )
    return staffOfUnits(
      reader,
      townId,
      units.map((unit) => unit.id),
    )
  },
  async mergedDeputy(reader, { townId, id }) {
    return asPersons(
      await reader.query<{ id: string }[]>(
        `SELECT DISTINCT lead_deputy_id AS id FROM suggestion
         WHERE town_id = ? AND merged_into_id = ? AND state = 'merged'`,
        [townId, id],
      ),
    )
  },
  async groupMember(reader, { townId, leadGroupId }) {
    return asPersons(
      await reader.query<{ id: string }[]>(
        `SELECT p.id FROM person p WHERE p.town_id = ? AND p.deputy_group_id = ?
         AND EXISTS (SELECT 1 FROM mandate m WHERE m.person_id = p.id AND m.ended_on IS NULL)`,
        [townId, leadGroupId ?? ''],
      ),
    )
  },
  /** Whose words are behind it, or behind one that waits merged into it. */
  async resident(reader, { townId, id }) {
    const rows = await reader.query<{ id: string; opinionId: string }[]>(
      `SELECT resident_id AS id, id AS opinionId FROM resident_opinion
       WHERE town_id = ? AND (suggestion_id = ?
         OR suggestion_id IN (SELECT m.id FROM suggestion m WHERE m.merged_into_id = ? AND m.state = 'merged'))`,
      [townId, id, id],
    )
    return rows.map((row) => ({ kind: 'resident', ...row }))
  },
}
