import { Refusal } from '../../../shared/words/refusals'
import { type CodeTarget, codeTargets } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { isDeputy } from '../../database/in-office'
import { shownTextSql } from '../../matters/content-check/shown'
import { isPublicSql } from '../board/public'

export interface Target {
  kind: CodeTarget
  id: string
  name: string
}

interface Way {
  name: string
  /** Of those that are there: what has ended, left office or is not public leads nowhere. */
  from: string
  order: string
}

/** What a code of each kind leads to, named as everyone may read it. */
const ways: Readonly<Record<Exclude<CodeTarget, 'board'>, Way>> = {
  station: {
    name: 'x.name',
    from: 'FROM liaison_station x WHERE x.town_id = ? AND x.ended_on IS NULL',
    order: 'x.position, x.id',
  },
  village: {
    name: 'x.name',
    from: 'FROM village x WHERE x.town_id = ? AND x.ended_on IS NULL',
    order: 'x.position, x.id',
  },
  deputy: {
    name: "CONCAT(x.name, ' 代表')",
    from: `FROM person x WHERE x.town_id = ? AND ${isDeputy('x.id')}`,
    order: 'x.position, x.id',
  },
  matter: {
    name: shownTextSql('ki', 's.public_item'),
    from: `FROM suggestion s LEFT JOIN matter ki ON ki.id = s.item_check_id WHERE s.town_id = ? AND ${isPublicSql}`,
    order: 's.accepted_at DESC, s.id',
  },
}
const idOf = (kind: CodeTarget) => (kind === 'matter' ? 's.id' : 'x.id')

/** Of matters a town has thousands: the list shows those that a code was made for, on their own pages. */
const onceMade = (kind: CodeTarget) =>
  kind === 'matter'
    ? ` AND s.id IN (SELECT c.target_id FROM qr_code c WHERE c.town_id = s.town_id AND c.target_kind = 'matter')`
    : ''

/** What a town has or may print a code for: its board, its stations, villages and deputies in office, some matters. */
export async function readTargets(reader: Reader, townId: string): Promise<Target[]> {
  const targets: Target[] = [{ kind: 'board', id: townId, name: codeTargets.board }]
  for (const [kind, { name, from, order }] of entries) {
    const rows = await reader.query<Omit<Target, 'kind'>[]>(
      `SELECT ${idOf(kind)} AS id, ${name} AS name ${from}${onceMade(kind)} ORDER BY ${order}`,
      [townId],
    )
    targets.push(...rows.map((row) => ({ kind, ...row })))
  }
  return targets
}
const entries = Object.entries(ways) as [Exclude<CodeTarget, 'board'>, Way][]

/** @returns undefined where it is no longer there, or not for everyone */
export async function readTarget(
  reader: Reader,
  townId: string,
  kind: CodeTarget,
  id: string,
): Promise<Target | undefined> {
  if (kind === 'board') return id === townId ? { kind, id, name: codeTargets.board } : undefined
  const { name, from } = ways[kind]
  const [row] = await reader.query<Omit<Target, 'kind'>[]>(
    `SELECT ${idOf(kind)} AS id, ${name} AS name ${from} AND ${idOf(kind)} = ?`,
    [townId, id],
  )
  return row && { kind, ...row }
}

/** @throws Refusal `not_found` where the town has nothing of the kind */
export async function targetInTown(reader: Reader, townId: string, kind: CodeTarget, id: string) {
  const target = await readTarget(reader, townId, kind, id)
  if (!target) throw new Refusal('not_found')
  return target
}
