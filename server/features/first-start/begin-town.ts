import { asName } from '../../../shared/grammar/written'
import { posts } from '../../../shared/permissions'
import type { ProfileName } from '../../../shared/rules/profiles'
import { people } from '../../../shared/registers/people'
import { posts as postRegister } from '../../../shared/registers/posts'
import { wrongField } from '../../../shared/words/refusals'
import { Town } from '../../database/entities/people/town'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { plannedRow, writeRows } from '../../engine/registers/keep'
import { commandLine } from '../../engine/registers/kept-register'
import { writeAudit } from '../../engine/write-audit'
import { writeFirstTree } from '../categories/first-tree'
import { registerNamed } from '../registers/found'
import { Doubtful, sayProblem } from '../roster/problem'
import { askWhichTown } from '../roster/which-town'

export interface Begun {
  town: string
  countyId: string | null
  profile: ProfileName
  /** It was asked, and it is not the one that is called almost the same. */
  isAnother: boolean
  clerk: { name: string; phone: string | undefined }
  /** Who opens it from the county; nobody where it is the clerk's own act. */
  byPersonId: string | null
}

/**
 * A town, and in its register the one clerk who will fill it.
 * @throws Refusal `bad_input` where there is a town of that name, or one that is called almost the same
 */
export async function beginTown(tx: Tx, begun: Begun, now: Date) {
  const name = asName(begun.town)
  const known = await tx.query<unknown[]>('SELECT id FROM town WHERE name = ?', [name])
  if (known.length > 0)
    throw wrongField('town', `“${name}”已经开通了。请向那里的镇人大办要邀请码，或者核对镇名。`)
  if (!begun.isAnother) await isNoOther(tx, name)
  const townId = newId()
  await tx.insert(Town, {
    id: townId,
    countyId: begun.countyId,
    name,
    profile: begun.profile,
    ruleSetId: null,
  })
  await writeFirstTree(tx, townId)
  const personId = await addClerk(tx, townId, begun.clerk, now)
  await writeAudit(
    tx,
    {
      ...{ townId, personId: begun.byPersonId, what: `职务：${begun.clerk.name}`, fromValue: null },
      ...{ toValue: posts.congressOffice.label, reason: '开通本镇' },
    },
    now,
  )
  return { town: { id: townId, name }, personId }
}

async function isNoOther(tx: Tx, name: string) {
  try {
    await askWhichTown(tx, name)
  } catch (error) {
    if (!(error instanceof Doubtful)) throw error
    const [like] = error.problems
    throw wrongField('another', like ? sayProblem(like) : '')
  }
}

async function addClerk(tx: Tx, townId: string, { name, phone }: Begun['clerk'], now: Date) {
  const nobody = Object.fromEntries(Object.keys(people.fields).map((field) => [field, null]))
  const values = { ...nobody, name, phone: phone ?? null, groupLeader: false }
  const person = plannedRow(registerNamed('person'), null, values, { position: 0, mergedIntoId: null })
  await writeRows(tx, registerNamed('person'), commandLine(townId), [person], now)
  const noPost = Object.fromEntries(Object.keys(postRegister.fields).map((field) => [field, null]))
  const held = { ...noPost, personId: person.row.id, postKind: 'congressOffice' }
  const post = plannedRow(registerNamed('post'), null, held, { place: 0 })
  await writeRows(tx, registerNamed('post'), commandLine(townId), [post], now)
  return person.row.id
}
