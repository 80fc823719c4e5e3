import type { beginHere as endpoint } from '../../../shared/api/first-start'
import type { InputOf, OutputOf } from '../../../shared/grammar/endpoint'
import { asName } from '../../../shared/grammar/written'
import { posts } from '../../../shared/permissions'
import { Refusal } from '../../../shared/words/refusals'
import { County } from '../../database/entities/people/county'
import { Person } from '../../database/entities/people/person'
import { Post } from '../../database/entities/people/post'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { writeAudit } from '../../engine/write-audit'
import { beginTown } from './begin-town'
import { useStartCode } from './start-code'

/**
 * Whoever brings the code of the terminal begins a town, or the county above towns to come, and is its first clerk.
 * @throws Refusal `start_code_bad`, `bad_input`
 */
export async function beginHere(
  tx: Tx,
  secretKey: string,
  accountId: string,
  input: InputOf<typeof endpoint>,
  now: Date,
): Promise<OutputOf<typeof endpoint>> {
  await useStartCode(tx, secretKey, input.code, now)
  const { at, town, profile, name, phone } = input
  const countyId = input.county === undefined ? null : await addCounty(tx, input.county)
  if (at === 'county' && countyId !== null) {
    await addCountyClerk(tx, { countyId, accountId, name, phone }, now)
    return { town: null, name }
  }
  if (town === undefined || profile === undefined) throw new Refusal('bad_input')
  const begun = { town, countyId, profile, isAnother: true, clerk: { name, phone }, byPersonId: null }
  const made = await beginTown(tx, begun, now)
  await tx.update(Person, { id: made.personId }, { accountId })
  await auditBinding(tx, { place: made.town.id, personId: made.personId, name }, now)
  return { town: made.town, name }
}

async function addCounty(tx: Tx, written: string) {
  const id = newId()
  await tx.insert(County, { id, name: asName(written) })
  return id
}

async function addCountyClerk(
  tx: Tx,
  clerk: { countyId: string; accountId: string; name: string; phone: string | undefined },
  now: Date,
) {
  const { countyId, name } = clerk
  const personId = newId()
  await tx.insert(Person, {
    ...{ id: personId, townId: null, countyId, accountId: clerk.accountId },
    ...{ name, phone: clerk.phone ?? null, groupLeader: false, position: 0 },
  })
  await tx.insert(Post, { id: newId(), townId: null, personId, postKind: 'countyStaff', place: 0 })
  const entry = { townId: countyId, personId, what: `职务：${name}`, fromValue: null }
  await writeAudit(tx, { ...entry, toValue: posts.countyStaff.label, reason: '第一次启动' }, now)
  await auditBinding(tx, { place: countyId, personId, name }, now)
}

const auditBinding = (tx: Tx, whom: { place: string; personId: string; name: string }, now: Date) =>
  writeAudit(
    tx,
    {
      ...{ townId: whom.place, personId: whom.personId, what: `微信绑定：${whom.name}` },
      ...{ fromValue: '没有绑定', toValue: '用启动码绑定了微信', reason: null },
    },
    now,
  )
