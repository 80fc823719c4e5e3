import { lastDayWithin } from '../../../shared/grammar/due'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { allLookReasons, type LookReason } from '../../../shared/matters/opinion/looks'
import type { listMyPetitions, PetitionView } from '../../../shared/matters/petition/endpoints'
import {
  petitionActions,
  type PetitionGate,
  type PetitionParty,
  type PetitionState,
  petitionTable,
} from '../../../shared/matters/petition/table'
import { type PetitionOffice, petitionOffices } from '../../../shared/matters/petition/words'
import { beijingDay } from '../../../shared/rules/days'
import { fill } from '../../../shared/words/messages'
import { parties, type Party } from '../../../shared/words/parties'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import { isoInstant } from '../../database/sql'
import { type MatterStanding, standingOf } from '../../engine/standing'
import { viewMatter } from '../../engine/view'
import type { Actor } from '../../http/actor'
import { kind } from './kind'
import type { PetitionRecord } from './record'
import { openPetition } from './sealed'
import { attachmentsOf } from './attachments'

const mostOwn = 50

/** What its author and whoever handles it read. @throws Refusal `not_found` */
export async function viewPetition(
  reader: Reader,
  secretKey: string,
  actor: Actor,
  id: string,
  now: Date,
): Promise<PetitionView> {
  const standing = await standingOf(reader, kind, actor, id, now)
  const { record, parties: mine } = standing
  const handles = mine.has('congressOffice') || mine.has('presidium')
  const view = await viewMatter(reader, kind, standing, now)
  const said = openPetition(secretKey, record)
  return {
    ...view,
    // A resident reads what became of it, not who of the office did what.
    timeline: handles ? view.timeline : [],
    no: record.no,
    kind: record.petitionKind,
    text: said?.text ?? null,
    about: said?.about ?? null,
    author: handles ? { named: Number(record.named) === 1, hasPhone: Number(record.hasPhone) === 1 } : null,
    office: record.office,
    where: record.referredWhere,
    theirReceipt: record.theirReceipt,
    sentBackBy: handles ? sentBackBy(standing) : null,
    attachments: await attachmentsOf(reader, id),
    unit:
      handles && record.aboutUnitId !== null && record.aboutUnit !== null
        ? { id: record.aboutUnitId, name: record.aboutUnit }
        : null,
    summary: handles ? record.summary : null,
    noticedOn: record.noticedOn,
    looks: await readLooks(reader, id),
  }
}

/** Nothing is left to be sent back once its author has been told. */
const sentBackBy = ({
  record,
  at: { rules, calendar },
}: MatterStanding<PetitionState, PetitionParty, PetitionGate, PetitionRecord>) =>
  record.state === 'referred'
    ? lastDayWithin(petitionActions.sentBack.within, () => record.referredOn, rules, calendar)
    : null

/** Who opened name and number, from the steps that say so. */
async function readLooks(reader: Reader, id: string): Promise<PetitionView['looks']> {
  const rows = await reader.query<{ party: Party; note: string; at: string }[]>(
    `SELECT party, note, recorded_at AS at FROM matter_event
     WHERE matter_id = ? AND kind = 'petition' AND action = 'openAuthor' ORDER BY version`,
    [id],
  )
  const reasons = Object.entries(allLookReasons) as [LookReason, string][]
  return rows.map(({ party, note, at }) => ({
    by: parties[party],
    at: isoInstant(at),
    reason: reasons.find(([, word]) => word === note)?.[0] ?? 'askMore',
  }))
}

/** What its author reads, without the words, for whoever tells it to them. @throws Refusal `bad_input` */
export async function readByReceipt(
  reader: Reader,
  secretKey: string,
  { townId }: Pick<Actor, 'townId'>,
  code: string,
  now: Date,
): Promise<PetitionView> {
  const [found] = await reader.query<{ id: string; residentId: string }[]>(
    'SELECT id, resident_id AS residentId FROM petition WHERE town_id = ? AND no = ?',
    [townId, code.replace(/\D/g, '')],
  )
  if (found === undefined) throw wrongField('code', '没有这个回执号，请照回执上的 8 个数字再核对一遍。')
  const author: Actor = {
    ...{ accountId: '', townId, person: null, residentId: found.residentId },
    ...{ roles: ['resident'], unitIds: [], groupId: null },
  }
  const view = await viewPetition(reader, secretKey, author, found.id, now)
  return { ...view, text: null, about: null, attachments: [], actions: [], gated: [] }
}

export async function listMine(
  reader: Reader,
  { townId, residentId }: Actor,
): Promise<OutputOf<typeof listMyPetitions>> {
  if (residentId === null) return { items: [] }
  const rows = await reader.query<
    { id: string; no: string; state: PetitionState; office: PetitionOffice | null; at: string }[]
  >(
    `SELECT k.id, k.no, m.state, k.office, k.created_at AS at FROM petition k JOIN matter m ON m.id = k.id
     WHERE k.town_id = ? AND k.resident_id = ? ORDER BY k.created_at DESC, k.id DESC LIMIT ${mostOwn}`,
    [townId, residentId],
  )
  return {
    items: rows.map(({ id, no, state, office, at }) => ({
      ...{ id, no, on: beijingDay(new Date(isoInstant(at))) },
      plain: fill(petitionTable.states[state].plain, {
        no,
        route: office === null ? '' : petitionOffices[office],
      }),
    })),
  }
}

/** Name and number, for whoever has said why. @throws Refusal `not_found` */
export async function openAuthor(reader: Reader, secretKey: string, actor: Actor, id: string, now: Date) {
  const { record, parties: mine } = await standingOf(reader, kind, actor, id, now)
  if (!mine.has('congressOffice') && !mine.has('presidium')) throw new Refusal('not_found')
  const { name = null, phone = null } = openPetition(secretKey, record) ?? {}
  return { name, phone }
}
