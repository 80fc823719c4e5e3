import { tookUp } from '../../../shared/registers/elected-deputies'
import type { Day } from '../../../shared/rules/days'
import { spokenDay } from '../../../shared/rules/days'
import { inboxPage } from '../../../shared/words/pages'
import { toldOfOffice } from '../../../shared/words/told'
import type { Tx } from '../../database/source'
import { peopleBehind, post } from '../../engine/holders'
import { endRows, type Planned, plannedRow, writeRows } from '../../engine/registers/keep'
import { commandLine, type KeptRow } from '../../engine/registers/kept-register'
import { allRows } from '../../engine/registers/rows'
import { tell } from '../../engine/tell'
import { registerNamed } from '../registers/found'

const runs = ({ endedOn }: KeptRow) => endedOn === null
const idOf = ({ values }: KeptRow) => String(values.personId)

/**
 * On the day of its first session: whoever was elected takes up the mandate, the mandates of the term before are over, and
 * so are the posts that its congress had given. Whoever goes on is one person all the while. All of it or nothing.
 */
export async function beginTerm(tx: Tx, townId: string, termNo: number, openedOn: Day, now: Date) {
  const [elected, mandate, posts] = ['electedDeputy', 'mandate', 'post'].map(registerNamed) as [
    ReturnType<typeof registerNamed>,
    ReturnType<typeof registerNamed>,
    ReturnType<typeof registerNamed>,
  ]
  const keeper = commandLine(townId)
  const next = (await allRows(tx, elected, townId)).filter(
    (row) => runs(row) && Number(row.values.termNo) === termNo,
  )
  if (next.length === 0) return
  const mandates = await allRows(tx, mandate, townId)
  const ofTownship = mandates.filter((row) => runs(row) && row.values.congressLevel === 'township')
  // Somebody may have been written down by hand, as of this day.
  const already = new Set(ofTownship.filter(({ values }) => values.begunOn === openedOn).map(idOf))
  const old = ofTownship.filter((row) => !already.has(idOf(row)))
  const first = Math.max(-1, ...mandates.map(({ own }) => Number(own.place))) + 1
  const begun = next
    .filter((row) => !already.has(idOf(row)))
    .map(({ values }, at) =>
      plannedRow(
        mandate,
        null,
        {
          ...{ personId: values.personId, congressLevel: 'township', begunOn: openedOn },
          ...{ electoralDistrictId: values.electoralDistrictId, certificateNo: values.certificateNo },
          ...{ electedHow: 'general', fillsId: null, paper: values.paper },
          ...{ suspendedOn: null, suspendedWhy: null },
        },
        { place: first + at },
      ),
    )
  await writeRows(tx, mandate, keeper, begun, now)
  const over = { endedOn: openedOn, endedKind: 'termOver', endedWhy: null, endedPaper: null }
  await endRows(tx, mandate, keeper, old, over, now)
  await groupAnew(tx, townId, next, new Set(old.map(idOf)), now)
  const presidium = (await allRows(tx, posts, townId)).filter(
    (row) => runs(row) && row.values.postKind === 'presidiumMember',
  )
  await endRows(tx, posts, keeper, presidium, over, now)
  await tx.query(
    'UPDATE elected_deputy SET begun_on = ? WHERE town_id = ? AND term_no = ? AND ended_on IS NULL',
    [openedOn, townId, termNo],
  )
  const took = { endedOn: openedOn, endedKind: null, endedWhy: tookUp, endedPaper: null }
  await endRows(tx, elected, keeper, next, took, now)
  const going = new Set(old.map(idOf))
  const again = next.filter((row) => going.has(idOf(row))).length
  const says = toldOfOffice.termBegun(termNo, spokenDay(openedOn, ''), {
    ...{ again, fresh: next.length - again, left: old.length - again, presidium: presidium.length },
  })
  await tellOffice(tx, townId, says, now)
}

/** Groups choose their leaders anew: whoever led one in the term before leads none, unless the list says so. */
async function groupAnew(
  tx: Tx,
  townId: string,
  next: readonly KeptRow[],
  before: ReadonlySet<string>,
  now: Date,
) {
  const people = registerNamed('person')
  const electedOf = new Map(next.map((row) => [idOf(row), row.values]))
  const writes = (await allRows(tx, people, townId)).flatMap((row): Planned[] => {
    const elected = electedOf.get(row.id)
    if (elected === undefined && !before.has(row.id)) return []
    const deputyGroupId = elected?.deputyGroupId ?? row.values.deputyGroupId
    const groupLeader = elected?.groupLeader === true
    if (deputyGroupId === row.values.deputyGroupId && groupLeader === (row.values.groupLeader === true))
      return []
    return [plannedRow(people, row, { ...row.values, deputyGroupId, groupLeader })]
  })
  await writeRows(tx, people, commandLine(townId), writes, now)
}

async function tellOffice(tx: Tx, townId: string, text: string, now: Date) {
  const office = await peopleBehind(tx, townId, [post('congressOffice')])
  await tell(
    tx,
    [...new Set(office.map(({ id }) => id))].map((recipientId) => ({
      ...{ townId, recipientId, text, recipientKind: 'person' as const },
      ...{ page: inboxPage(townId), push: 'progress' as const, number: '' },
    })),
    now,
  )
}
