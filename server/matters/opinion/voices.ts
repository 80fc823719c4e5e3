import { randomInt } from 'node:crypto'
import type { InputOf, OutputOf } from '../../../shared/grammar/endpoint'
import type { recordVoice, showVoice } from '../../../shared/matters/opinion/voice-endpoints'
import { deputyNamed, numberOf } from '../../../shared/words/messages'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { evidenceKept } from '../../../shared/words/words'
import { Resident } from '../../database/entities/people/resident'
import { newId } from '../../database/id'
import type { Reader, Tx } from '../../database/source'
import { atOnce, part, readTogether } from '../../database/together'
import type { Actor } from '../../http/actor'
import type { Carried } from './attachments'
import { keepPapers } from './papers'
import { viewOpinion } from './queries'
import { keepOpinion } from './keep'
import { namedInTown } from './send'

/**
 * Keeps what somebody without a phone said.
 * @param carried a recording of it, where it was spoken at a station
 * @returns what is written on the slip
 */
export async function keepVoice(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof recordVoice>,
  now: Date,
  carried?: Carried,
): Promise<OutputOf<typeof recordVoice>> {
  const { townId, person } = actor
  if (person === null) throw new Refusal('not_allowed')
  const { spokeHow, spokeOn, evidence, files, callTime, ...said } = input
  const call = callTime === undefined ? {} : { call: { when: callTime } }
  const { deputies } = await atOnce(tx, async () => {
    const named = Promise.all(namedInTown(tx, townId, said))
    const [, names] = await Promise.all([named, nameOf(tx, townId, said.deputyId)])
    return names
  })
  const residentId = newId()
  const nobodys = { accountId: null, name: null, phone: null, villageId: null }
  await tx.insert(Resident, { id: residentId, townId, ...nobodys, createdAt: now })
  const code = String(randomInt(10_000_000, 100_000_000))
  const id = await keepOpinion(
    tx,
    {
      townId,
      residentId,
      typedById: person.id,
      slipCode: code,
      ...said,
      ...call,
      ...(carried ? { carried } : {}),
    },
    {
      action: 'writeByWord',
      party: actor.roles.includes('congressOffice') ? 'congressOffice' : 'deputy',
      personId: person.id,
      spokenHow: spokeHow,
      onDay: spokeOn,
      note: evidence === undefined ? null : evidenceKept(evidence),
    },
    now,
  )
  await keepPapers(tx, { townId, opinionId: id, personId: person.id }, files, now)
  return { id, no: numberOf(id), code, deputy: deputyNamed(deputies[0]?.name ?? '') }
}

const nameOf = (tx: Tx, townId: string, deputyId: string) =>
  readTogether(tx, {
    deputies: part<{ name: string }>({
      columns: { name: 'd.name' },
      from: 'FROM person d WHERE d.town_id = ? AND d.id = ?',
      order: 'd.id',
      parameters: [townId, deputyId],
    }),
  })

/**
 * What the resident would read, for whoever tells it to them.
 * @throws Refusal `bad_input`
 */
export async function readBySlip(
  reader: Reader,
  { townId }: Pick<Actor, 'townId'>,
  code: string,
  now: Date,
): Promise<OutputOf<typeof showVoice>> {
  const { found } = await readTogether(reader, {
    found: part<{ id: string; residentId: string }>({
      columns: { id: 'o.id', residentId: 'o.resident_id' },
      from: 'FROM resident_opinion o WHERE o.town_id = ? AND o.slip_code = ?',
      order: 'o.id',
      parameters: [townId, code.replace(/\D/g, '')],
    }),
  })
  const [one] = found
  if (one === undefined) throw wrongField('code', '没有这个回执码，请照回执上的 8 个数字再核对一遍。')
  const told: Actor = {
    ...{ accountId: '', townId, person: null, residentId: one.residentId },
    ...{ roles: ['resident'], unitIds: [], groupId: null },
  }
  return { ...(await viewOpinion(reader, told, one.id, now)), actions: [], gated: [] }
}
