import { spokenDay } from '../../shared/rules/days'
import { emptying } from '../../shared/registers/mandates'
import { toldOfOffice } from '../../shared/words/told'
import { Refusal, wrongField } from '../../shared/words/refusals'
import { type CongressLevel, congressLevels } from '../../shared/words/words'
import { isDeputy } from '../database/in-office'
import { marks, quoted } from '../database/sql'
import { part } from '../database/together'
import type { Tx } from '../database/source'
import { act } from '../engine/act'
import { person } from '../engine/holders'
import { systemOf } from '../engine/kind'
import {
  type DoneToRow,
  type Keeping,
  type KeptRow,
  type Named,
  ofEach,
  type Option,
  type Writing,
} from '../engine/registers/kept-register'
import { endAccess } from '../features/leaving/end-access'
import { lookAtAgain } from '../features/leaving/look-at-again'
import { tellOfOffice } from '../features/leaving/tell-of-office'
import { personInTown } from '../features/people/in-town'
import { notElectedAgain } from '../features/term/elected'
import { personPicks } from '../features/people/person-picks'
import { placesToPick } from '../features/places/named'
import { kind as opinion } from '../matters/opinion/kind'

const districts = placesToPick('electoral_district', 'congress_level')

const runs = ({ endedOn }: KeptRow) => endedOn === null
const same = (field: string, one: KeptRow['values'], other: KeptRow['values']) => one[field] === other[field]

/** Whoever counts as a deputy follows from the rows; whatever names a person is derived anew when they change. */
export const mandate: Keeping = {
  own: ['place'],
  narrows: {
    vacant: `r.ended_kind IN (${quoted(emptying)}) AND NOT EXISTS (SELECT 1 FROM mandate n
      WHERE n.town_id = r.town_id AND n.fills_id = r.id AND n.ended_on IS NULL)`,
    notAgain: notElectedAgain,
  },
  fill: ({ before, others }) => ({
    place: before?.own.place ?? Math.max(-1, ...others.map(({ own }) => Number(own.place))) + 1,
  }),
  async check(tx, writing) {
    const { townId, before, values, others } = writing
    const { suspendedOn, suspendedWhy } = values
    if (suspendedOn !== null && suspendedWhy === null)
      throw wrongField('suspendedWhy', '暂停履职要写明原因和文件，请补上。')
    if (
      others.some(
        (one) =>
          runs(one) && same('personId', one.values, values) && same('congressLevel', one.values, values),
      )
    )
      throw wrongField(
        'personId',
        `这位已经是现任${congressLevels[values.congressLevel as CongressLevel]}，不用再登记。`,
      )
    if (before?.values.personId !== values.personId) await personInTown(tx, townId, values.personId)
    if (before === null) seatFits(writing)
    else if (others.some((one) => runs(one) && one.values.fillsId === before.id))
      throw wrongField('endedWhy', '这个缺已经补选了新的代表，不能恢复。')
    await districtFits(tx, writing)
  },
  follows: ofEach(async (tx, { townId, person: keeper }, done, now) => {
    const { action, row } = done
    const personId = String(row.values.personId)
    if (action === 'change' && !changed(done, 'suspendedOn')) return
    await lookAtAgain(tx, townId, personId)
    const termOver = action === 'end' && row.endedKind === 'termOver'
    // Elected again, and told of the new mandate: nothing of theirs changes hands.
    if (termOver && (await sitsOn(tx, row))) return
    const office = congressLevels[row.values.congressLevel as CongressLevel]
    if (action === 'end' || row.values.suspendedOn !== null) {
      await endAccess(tx, personId)
      const passed = await leaveOpinions(tx, townId, personId, now)
      const day = spokenDay(row.endedOn ?? String(row.values.suspendedOn), '')
      const ended = action === 'end'
      const { name, open } = await leadOf(tx, townId, personId)
      await tellOfOffice(
        tx,
        townId,
        {
          personId,
          says: termOver
            ? toldOfOffice.termOver(office, day)
            : ended
              ? toldOfOffice.mandateEnded(office, day, done.why ?? '')
              : toldOfOffice.suspended(office, day),
          // Of a whole term the office reads one line, and not one for each.
          ...((keeper !== null || !termOver) && {
            officeSays: toldOfOffice.deputyLeft(name, ended ? '离任' : '暂停履职', open, passed),
          }),
        },
        now,
      )
    } else await tellOfOffice(tx, townId, { personId, says: toldOfOffice.mandateBegun(office) }, now)
  }),
  picks: {
    person: personPicks,
    district: {
      ...districts,
      options: (reader, townId) => districts.options(reader, townId).then(spokenLevels),
    },
    vacancy: {
      options: (reader, townId) =>
        reader.query<Option[]>(
          `SELECT r.id, p.name, d.name AS note ${ended} AND r.ended_on IS NOT NULL ORDER BY r.ended_on DESC, r.id LIMIT 200`,
          [townId],
        ),
      names: (townId, ids) =>
        part<Named>({
          columns: { id: 'r.id', name: 'p.name' },
          from: `${ended} AND r.id IN (${marks(ids)})`,
          order: 'r.id',
          parameters: [townId, ...ids],
        }),
    },
  },
}

const ended = `FROM mandate r JOIN person p ON p.id = r.person_id
  LEFT JOIN electoral_district d ON d.id = r.electoral_district_id WHERE r.town_id = ?`

const spokenLevels = (options: readonly Option[]) =>
  options.map(({ note, ...option }) => ({ ...option, note: congressLevels[note as CongressLevel] ?? null }))

const changed = ({ changes }: DoneToRow, name: string) => changes.some(({ field }) => field === name)

/** A by-election is held where the seat is empty (选举法 57). */
function seatFits({ values, others }: Writing) {
  if (values.fillsId === null) return
  const left = others.find(({ id }) => id === values.fillsId)
  if (!left || left.endedOn === null) throw wrongField('fillsId', '这位还在任，没有空出名额，请重新选择。')
  if (!same('congressLevel', left.values, values) || !same('electoralDistrictId', left.values, values))
    throw wrongField('fillsId', '补选要在出缺的那个选区、同一级代表里进行，请核对选区和级别。')
  if (others.some((one) => runs(one) && one.values.fillsId === left.id))
    throw wrongField('fillsId', '这个缺已经补上了，请重新选择，或不选。')
}

async function districtFits(tx: Tx, { townId, values }: Writing) {
  if (values.electoralDistrictId === null) return
  const [district] = await tx.query<{ level: string }[]>(
    'SELECT congress_level AS level FROM electoral_district WHERE town_id = ? AND id = ?',
    [townId, values.electoralDistrictId],
  )
  if (district?.level !== values.congressLevel)
    throw wrongField('electoralDistrictId', '没有这个选区，或者它选的不是这一级代表，请重新选择。')
}

/** Residents who wait for an answer of somebody who is no deputy any more wait for the office instead. @returns how many */
async function leaveOpinions(tx: Tx, townId: string, personId: string, now: Date): Promise<number> {
  const waiting = await tx.query<{ id: string }[]>(
    `SELECT DISTINCT h.matter_id AS id FROM matter_holder h JOIN matter m ON m.id = h.matter_id
     JOIN person p ON p.id = ? AND NOT ${isDeputy('p.id')}
     WHERE h.town_id = ? AND h.holder = ? AND h.lane IN ('mine', 'others') AND h.kind = 'opinion'
       AND m.state IN ('received', 'callAsked', 'replied', 'deputyAway', 'unsolved') ORDER BY h.matter_id`,
    [personId, townId, person(personId)],
  )
  for (const { id } of waiting) await act(tx, opinion, systemOf(townId), id, 'deputyLeft', { form: {} }, now)
  return waiting.length
}

/** Whether somebody holds another mandate in the same congress. */
async function sitsOn(tx: Tx, { id, values }: KeptRow): Promise<boolean> {
  const others = await tx.query<unknown[]>(
    'SELECT id FROM mandate WHERE person_id = ? AND congress_level = ? AND ended_on IS NULL AND id <> ?',
    [values.personId, values.congressLevel, id],
  )
  return others.length > 0
}

/** Who leads how many suggestions that are still open. */
async function leadOf(tx: Tx, townId: string, personId: string): Promise<{ name: string; open: number }> {
  const [row] = await tx.query<{ name: string; open: number | string }[]>(
    `SELECT p.name, COUNT(h.matter_id) AS open FROM person p
     LEFT JOIN matter_holder h ON h.town_id = ? AND h.holder = ? AND h.lane IN ('mine', 'others')
       AND h.kind = 'suggestion' AND h.party = 'leadDeputy'
     WHERE p.id = ? GROUP BY p.name`,
    [townId, person(personId), personId],
  )
  if (!row) throw new Refusal('not_found')
  return { name: row.name, open: Number(row.open) }
}
