import { refuseSame } from '../../../shared/grammar/nothing-changed'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { CategoryOfTown } from '../../database/entities/suggestion/category'
import { newId } from '../../database/id'
import type { Tx } from '../../database/source'
import { isDuplicate } from '../../database/sql-errors'
import type { Actor } from '../../http/actor'
import { writeAudit } from '../../engine/write-audit'
import { firstTree, type KeptCategory, readCategories } from './queries'

interface Wanted {
  name: string
  parent: string | null
  retired: boolean
}

/** @throws Refusal `bad_input` where the name is taken, or the tree would have a third level */
export async function addCategory(tx: Tx, actor: Actor, wanted: Wanted, now: Date) {
  const { townId } = actor
  const all = await ownTree(tx, townId)
  checkAmong(all, wanted, undefined)
  const position = Math.max(...all.map((one) => one.position)) + 1
  await tx.insert(CategoryOfTown, { townId, code: newId().slice(0, 16), position, ...columns(wanted) })
  await audit(tx, actor, { before: null, wanted }, now)
}

/** Suggestions hold the code, so whatever was filed under it follows. @throws Refusal `not_found`, `bad_input` */
export async function changeCategory(tx: Tx, actor: Actor, code: string, wanted: Wanted, now: Date) {
  const { townId } = actor
  const all = await ownTree(tx, townId)
  const before = all.find((one) => one.code === code)
  if (!before) throw new Refusal('not_found')
  refuseSame(before, columns(wanted))
  checkAmong(all, wanted, before)
  await tx.update(CategoryOfTown, { townId, code }, columns(wanted))
  await audit(tx, actor, { before, wanted }, now)
}

const columns = ({ name, parent, retired }: Wanted) => ({ name, parentCode: parent, retired })

/** The town's own tree; the first change writes down the one that it began with. */
async function ownTree(tx: Tx, townId: string): Promise<KeptCategory[]> {
  await writeFirstTree(tx, townId)
  return readCategories(tx, townId)
}

/** @throws Refusal `busy` where two first changes come at the same moment */
export async function writeFirstTree(tx: Tx, townId: string) {
  const [known] = await tx.query<unknown[]>('SELECT code FROM category WHERE town_id = ? LIMIT 1', [townId])
  if (known) return
  const rows = firstTree.map((one) => ({ townId, ...one }))
  await tx.insert(CategoryOfTown, rows).catch((error: unknown) => {
    throw isDuplicate(error) ? new Refusal('busy') : error
  })
}

function checkAmong(all: readonly KeptCategory[], wanted: Wanted, self: KeptCategory | undefined) {
  if (all.some((one) => one !== self && one.name === wanted.name)) {
    throw wrongField('name', '已经有这个名称的类别，请换一个名称，或直接用它。')
  }
  const children = all.filter(({ parentCode, retired }) => parentCode === self?.code && !retired)
  const isParent = self !== undefined && children.length > 0
  if (wanted.retired && isParent) throw wrongField('retired', '下面还有在用的类别，请先移走或停用它们。')
  if (wanted.parent === null) return
  const parent = all.find(({ code }) => code === wanted.parent)
  if (!parent || parent.retired || parent.parentCode !== null || parent === self || isParent) {
    throw wrongField('parent', '类别只分两级，请选一个最上一级、在用的类别。')
  }
}

const audit = (
  tx: Tx,
  { townId, person }: Actor,
  { before, wanted }: { before: KeptCategory | null; wanted: Wanted },
  now: Date,
) =>
  writeAudit(
    tx,
    {
      townId,
      personId: person?.id ?? null,
      what: '建议类别',
      fromValue: before && spoken(before),
      toValue: spoken(wanted),
      reason: null,
    },
    now,
  )

const spoken = ({ name, retired }: { name: string; retired: boolean }) => name + (retired ? '（停用）' : '')
