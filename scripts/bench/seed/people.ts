import { digestOf } from '../../../server/database/digest'
import { newId } from '../../../server/database/id'
import { sqlInstant } from '../../../server/database/sql'
import { beijingDay } from '../../../shared/rules/days'
import { insertRows, type Raw, type Row } from '../raw'
import type { Aims, Aim, StepAim } from '../aims'

/** Residents who write; one may write five times in ten minutes. */
const residentsOfTown = 160

interface Staff {
  townId: string
  personId: string
  accountId: string | null
  kind: string | null
  unitId: string | null
}

/** Signs in whoever is to ask, and says what they may ask for. */
export async function signIn(raw: Raw, now: Date): Promise<Aims> {
  const towns = await raw.all<{ id: string }>("SELECT id FROM town WHERE id LIKE '%0000__' ORDER BY id")
  const staff = await raw.all<Staff>(
    `SELECT p.town_id AS townId, p.id AS personId, p.account_id AS accountId, o.post_kind AS kind,
       o.handling_unit_id AS unitId
     FROM person p JOIN post o ON o.person_id = p.id WHERE o.post_kind IN ('congressOffice', 'unitClerk')`,
  )
  const signIns: Row[] = []
  const tokenOf = (accountId: string) => {
    const token = `bench-${newId()}`
    const at = sqlInstant(now)
    signIns.push({
      token_digest: digestOf(token),
      account_id: accountId,
      kind: 'phone',
      created_at: at,
      last_used_at: at,
      expires_at: sqlInstant(new Date(now.getTime() + 30 * 86_400_000)),
    })
    return token
  }
  const tokens = new Map<string, string>()
  for (const person of staff) {
    if (!tokens.has(person.personId))
      tokens.set(person.personId, tokenOf(person.accountId ?? (await bind(raw, person.personId, now))))
  }
  const residents: Aims['residents'] = []
  for (const { id } of towns) residents.push(...(await writers(raw, id, tokenOf, now)))
  await insertRows(raw, 'sign_in', signIns)

  const aims: Aim[] = []
  for (const { id } of towns) {
    const office = staff.find(({ townId, kind }) => townId === id && kind === 'congressOffice')
    aims.push(await aimOf(raw, id, tokens.get(office?.personId ?? '') ?? ''))
  }
  const tokenOfUnit = (unitId: string) =>
    tokens.get(staff.find((one) => one.unitId === unitId && one.kind === 'unitClerk')?.personId ?? '')
  const steps = await raw.all<{ townId: string; id: string; version: number; unitId: string }>(
    `SELECT m.town_id AS townId, m.id, m.version, r.lead_unit_id AS unitId FROM matter m
     JOIN suggestion s ON s.id = m.id JOIN suggestion_round r ON r.suggestion_id = s.id AND r.round_no = s.current_round
     WHERE m.kind = 'suggestion' AND m.state = 'handling' AND m.town_id LIKE '%0000__' ORDER BY m.id LIMIT 2000`,
  )
  return {
    today: beijingDay(now),
    towns: aims,
    residents,
    steps: steps.flatMap(({ townId, id, version, unitId }): StepAim[] => {
      const token = tokenOfUnit(unitId)
      return token === undefined ? [] : [{ town: townId, id, version: Number(version), token }]
    }),
  }
}

const accountRow = (id: string, now: Date) => {
  const openid = `o${id}1`
  return { id, openid, openid_digest: digestOf(openid), created_at: sqlInstant(now) }
}

async function bind(raw: Raw, personId: string, now: Date) {
  const account = accountRow(newId(), now)
  await insertRows(raw, 'account', [account])
  await raw.run('UPDATE person SET account_id = ? WHERE id = ?', [account.id, personId])
  return account.id
}

async function writers(raw: Raw, townId: string, tokenOf: (accountId: string) => string, now: Date) {
  const [deputy] = await raw.all<{ id: string }>(
    'SELECT person_id AS id FROM mandate WHERE town_id = ? AND ended_on IS NULL ORDER BY person_id LIMIT 1',
    [townId],
  )
  const accounts = Array.from({ length: residentsOfTown }, () => accountRow(newId(), now))
  await insertRows(raw, 'account', accounts)
  await insertRows(
    raw,
    'resident',
    accounts.map(({ id }) => ({
      id: newId(),
      town_id: townId,
      account_id: id,
      name: '孙大娘',
      created_at: sqlInstant(now),
    })),
  )
  return accounts.map(({ id }) => ({ town: townId, token: tokenOf(id), deputy: deputy?.id ?? '' }))
}

/** What is asked for in a town: of what is public, and of what lies with its office. */
async function aimOf(raw: Raw, townId: string, office: string): Promise<Aim> {
  const items = await raw.all<{ id: string; at: string }>(
    `SELECT id, accepted_at AS at FROM suggestion
     WHERE town_id = ? AND accepted_at IS NOT NULL AND confidential = 0 AND publicity <> 'none'
     ORDER BY accepted_at DESC, id DESC LIMIT 400`,
    [townId],
  )
  const held = await raw.all<{ id: string; title: string }>(
    `SELECT m.id, m.title FROM matter_holder h JOIN matter m ON m.id = h.matter_id
     WHERE h.town_id = ? AND h.holder = 'post:congressOffice' AND h.kind = 'suggestion' ORDER BY h.matter_id LIMIT 400`,
    [townId],
  )
  return {
    town: townId,
    office,
    items: items.map(({ id }) => id),
    places: [...new Set(items.map(({ at }) => at.slice(0, 23).padEnd(23, '.000').slice(0, 23)))],
    suggestions: [...new Set(held.map(({ id }) => id))],
    words: [...new Set(held.map(({ title }) => [...title].slice(0, 4).join('')))].slice(0, 40),
  }
}
