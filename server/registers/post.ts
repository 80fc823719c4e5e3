import { type PostKind, posts } from '../../shared/permissions'
import { presidiumPosts } from '../../shared/registers/posts'
import { spokenDay } from '../../shared/rules/days'
import { Refusal, wrongField } from '../../shared/words/refusals'
import { saysConflict, toldOfOffice } from '../../shared/words/told'
import { isHeld } from '../database/in-office'
import type { Tx } from '../database/source'
import { peopleBehind, unit } from '../engine/holders'
import { type Keeping, type KeptRow, ofEach } from '../engine/registers/kept-register'
import { refreshLed } from '../features/key-suggestions/refresh-led'
import { governmentPostsOf, holdsBoth } from '../features/leaving/conflicts'
import { conflictsSaid, presidiumFits } from '../features/leaving/presidium'
import { endAccess } from '../features/leaving/end-access'
import { tellOfOffice } from '../features/leaving/tell-of-office'
import { personInTown, unitsInTown } from '../features/people/in-town'
import { personPicks } from '../features/people/person-picks'
import { placesToPick } from '../features/places/named'
import { lookAtConcerned } from '../matters/suggestion/look-at-concerned'

const ofUnit = (kind: unknown) => posts[kind as PostKind].role === 'unitStaff'
const identity = ['personId', 'postKind', 'handlingUnitId']

/** Access comes and goes with the row. */
export const post: Keeping = {
  own: ['place'],
  fill: ({ before, others }) => ({
    place: before?.own.place ?? Math.max(-1, ...others.map(({ own }) => Number(own.place))) + 1,
  }),
  async check(tx, { townId, before, values, others }) {
    const unitId = values.handlingUnitId as string | null
    if (ofUnit(values.postKind) !== (unitId !== null))
      throw wrongField(
        'handlingUnitId',
        unitId === null ? '请选是哪个单位的。' : '这个岗位不用选单位，请去掉。',
      )
    if (
      others.some(
        (one) => one.endedOn === null && identity.every((name) => one.values[name] === values[name]),
      )
    )
      throw wrongField('personId', '这位已经在这个岗位上，不用再登记。')
    if (before?.values.personId !== values.personId) await personInTown(tx, townId, values.personId)
    if (unitId !== null) await unitsInTown(tx, townId, [unitId], 'handlingUnitId')
    presidiumFits(values, others)
  },
  narrows: {
    conflict: holdsBoth,
    vacant: `r.presidium_post IS NOT NULL AND NOT EXISTS (SELECT 1 FROM post n WHERE n.town_id = r.town_id
      AND n.presidium_post = r.presidium_post AND n.post_kind = r.post_kind AND n.ended_on IS NULL)`,
    closed: `EXISTS (SELECT 1 FROM handling_unit u WHERE u.id = r.handling_unit_id AND u.ended_on IS NOT NULL)`,
  },
  async tells(reader, townId, ids) {
    const both = await governmentPostsOf(reader, townId, ids)
    return new Map([...both].map(([id, { units, leads }]) => [id, { conflict: saysConflict(units, leads) }]))
  },
  async mayEnd(tx, { id, values }, _, townId) {
    if (values.postKind !== 'congressOffice') return
    // Written, so that of two who end each other at one moment the second waits, and is the last.
    const others = await tx.queryRunner?.query(
      `UPDATE post SET post_kind = post_kind WHERE town_id = ? AND post_kind = 'congressOffice'
         AND ${isHeld('post')} AND id <> ?
         AND person_id IN (SELECT p.id FROM person p WHERE p.town_id = ? AND p.account_id IS NOT NULL)`,
      [townId, id, townId],
      true,
    )
    if (others?.affected === 0) throw new Refusal('last_of_office')
  },
  follows: ofEach(async (tx, { townId }, { action, row, why = '' }, now) => {
    const { postKind } = row.values
    // Also where another is the chair from now on.
    if (postKind === 'congressOffice' || postKind === 'presidiumMember') await lookAtConcerned(tx, townId)
    if (action === 'change') return
    const personId = String(row.values.personId)
    if (postKind === 'leadingOfficial') await refreshLed(tx, townId, personId, now)
    const office = await spokenPost(tx, row)
    if (action !== 'end') {
      const [conflict] = await conflictsSaid(tx, townId, personId)
      const officeSays = conflict && { officeSays: conflict }
      return tellOfOffice(tx, townId, { personId, says: toldOfOffice.postBegun(office), ...officeSays }, now)
    }
    await endAccess(tx, personId)
    const day = spokenDay(row.endedOn ?? '', '')
    const says = toldOfOffice.postEnded(office, day, why)
    await tellOfOffice(tx, townId, { personId, says, ...(await whoGoesOn(tx, townId, row, office)) }, now)
  }),
  picks: {
    person: personPicks,
    unit: placesToPick('handling_unit'),
  },
}

async function spokenPost(tx: Tx, { values }: KeptRow): Promise<string> {
  const within = presidiumPosts[values.presidiumPost as keyof typeof presidiumPosts]
  const label = within ? `主席团${within}` : posts[values.postKind as PostKind].label
  const [unit] =
    values.handlingUnitId === null
      ? []
      : await tx.query<{ name: string }[]>('SELECT name FROM handling_unit WHERE id = ?', [
          values.handlingUnitId,
        ])
  return `${unit?.name ?? ''}${label}`
}

/** What a unit has in hand goes on with whoever is left there, and the office reads who that is, or that nobody is. */
async function whoGoesOn(tx: Tx, townId: string, { values }: KeptRow, office: string) {
  if (values.presidiumPost !== null) return { officeSays: toldOfOffice.presidiumLeft(office) }
  if (values.handlingUnitId === null) return {}
  const holder = unit(values.handlingUnitId as string)
  const left = await peopleBehind(tx, townId, [holder])
  const [open] = await tx.query<{ count: number | string }[]>(
    `SELECT COUNT(*) AS count FROM matter_holder h WHERE h.town_id = ? AND h.holder = ? AND h.lane IN ('mine', 'others')`,
    [townId, holder],
  )
  const names = [...new Set(left.map(({ name }) => name))]
  return { officeSays: toldOfOffice.unitLeft(office, Number(open?.count ?? 0), names) }
}
