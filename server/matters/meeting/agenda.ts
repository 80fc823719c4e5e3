import type * as z from 'zod/mini'
import type { meetingActions } from '../../../shared/matters/meeting/table'
import { outcomeWords, spokenNoQuorum, spokenShortNotice } from '../../../shared/matters/meeting/words'
import { onOrBeforeWorkingDay } from '../../../shared/rules/calendar'
import { addDays, beijingDay, type Day, daysBetween } from '../../../shared/rules/days'
import { neededOf } from '../../../shared/rules/quorum'
import { spokenVotes, tooManyVotes } from '../../../shared/rules/quorum-words'
import { rulesOf } from '../../../shared/rules/rules'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { AgendaItem } from '../../database/entities/matters/agenda-item'
import { Decision } from '../../database/entities/matters/decision'
import { Meeting } from '../../database/entities/matters/meeting'
import { newId } from '../../database/id'
import { insertMany } from '../../database/insert-many'
import type { Tx } from '../../database/source'
import { marks } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import { personIdOf } from '../../engine/begin'
import type { StepOf } from '../../engine/kind'
import { isToFollowUp, itemOf, outcomeOfVote } from './agenda-item'
import { askAllAnew } from './attending'
import { hallOf } from './hall'
import type { MeetingRecord } from './record'
import { unsettledPart } from './resolution-parts'
import { followUpRow } from './resolutions'

type Voting = 'conveneBody' | 'addItem' | 'decideItem' | 'endItem'
type FormOf<A extends Voting> = z.output<(typeof meetingActions)[A]['input']>
type Step = StepOf<MeetingRecord>

const mostItems = 40
const longestItem = 60

/** @throws Refusal `bad_input` where a session is announced late and nobody says why, or an item is too long */
export async function conveneBody(step: Step) {
  const { tx, record, form } = step
  const { day, startsAt, place, agenda, shortNotice = null } = form as FormOf<'conveneBody'>
  const titles = agenda.split('\n').flatMap((one) => one.trim() || [])
  if (titles.length > mostItems) throw wrongField('agenda', `议程最多 ${mostItems} 项，请合并一些。`)
  if (titles.some((one) => one.length > longestItem))
    throw wrongField('agenda', `每一项最多 ${longestItem} 个字，请写短一些，一行一项。`)
  if (record.meetingKind === 'congressSession' && record.state === 'planned' && shortNotice === null)
    refuseShort(step, day)
  await tx.update(
    Meeting,
    { id: record.id },
    { day, startsAt, place, shortNotice, convenedOn: beijingDay(step.now) },
  )
  await setAgenda(tx, record, titles)
  await askAllAnew(step, day)
  return shortNotice === null ? undefined : { reason: shortNotice }
}

/** A day off moves ahead: what is announced on a holiday is read after it. */
function refuseShort({ record, calendar, now }: Step, day: string) {
  const wanted = rulesOf(record).sessionNoticeDays
  const today = beijingDay(now)
  if (today <= onOrBeforeWorkingDay(addDays(day, -wanted), calendar)) return
  throw wrongField('shortNotice', spokenShortNotice(wanted, daysBetween(today, day)))
}

/** What the last one put off, and has not come back to. */
const putOffPart = ({ id, townId, meetingKind }: MeetingRecord) =>
  part<{ id: string; title: string; heldBy: Day; position: number }>({
    columns: { id: 'a.id', title: 'a.title', heldBy: 'v.held_by', position: 'a.position' },
    from: `FROM meeting v JOIN matter m ON m.id = v.id JOIN agenda_item a ON a.meeting_id = v.id
      WHERE v.town_id = ? AND v.meeting_kind = ? AND v.id <> ? AND m.state IN ('ended', 'drafted', 'approved')
        AND a.outcome = 'putOff' AND (a.carried_to_id IS NULL OR a.carried_to_id = ?)`,
    order: 'v.held_by, a.position, a.id',
    parameters: [townId, meetingKind, id, id],
  })

/** What is still to be done stands first, then what the last one put off; a second notice takes the place of the first agenda. */
async function setAgenda(tx: Tx, record: MeetingRecord, titles: readonly string[]) {
  await tx.delete(AgendaItem, { meetingId: record.id })
  const { unsettled, left } = await readTogether(tx, {
    unsettled: unsettledPart(record),
    left: putOffPart(record),
  })
  const known = new Set([...unsettled.map(({ what }) => what), ...left.map(({ title }) => title)])
  const all = [...left.map(({ title }) => title), ...titles.filter((one) => !known.has(one))]
  await insertMany(tx, AgendaItem, [
    ...unsettled.map((one, position) => followUpRow(record.id, one, position)),
    ...all.map((title, at) => ({
      ...{ id: newId(), meetingId: record.id, position: unsettled.length + at, title, resolutionId: null },
      ...{ outcome: null, outcomeNote: null, carriedToId: null },
    })),
  ])
  if (left.length > 0)
    await tx.query(`UPDATE agenda_item SET carried_to_id = ? WHERE id IN (${marks(left)})`, [
      record.id,
      ...left.map(({ id }) => id),
    ])
}

export async function addItem({ tx, record, form }: Step) {
  const { title } = form as FormOf<'addItem'>
  if (record.agenda.length >= mostItems) throw wrongField('title', `议程最多 ${mostItems} 项。`)
  await tx.insert(AgendaItem, {
    ...{ id: newId(), meetingId: record.id, position: record.agenda.length, title, resolutionId: null },
    ...{ outcome: null, outcomeNote: null, carriedToId: null },
  })
  return { reason: title }
}

/** 表决: in office and present are those of this moment, whatever the register says later. @throws Refusal `bad_input` */
export async function decideItem({ tx, record, form, asker, now }: Step) {
  const { agendaItemId, text, method, yes, no, abstain } = form as FormOf<'decideItem'>
  const item = itemOf(record, agendaItemId)
  const { inOffice, present, isPresidium } = hallOf(record, beijingDay(now))
  const tooMany = tooManyVotes(yes + no + abstain, present)
  if (tooMany !== null) throw wrongField('abstain', tooMany)
  await tx.insert(Decision, {
    ...{ id: newId(), meetingId: record.id, agendaItemId, text, method, inOffice, present },
    ...{ yes, no, abstain, decidedAt: now, notedById: personIdOf(asker) },
  })
  await tx.update(AgendaItem, { id: item.id }, { outcome: outcomeOfVote(item) })
  const said = spokenVotes({ inOffice, present, yes, ...(isPresidium ? { isPresidium } : {}) })
  return { reason: `${item.title}：${said}` }
}

/** @throws Refusal `bad_input` where it has one already, `resolution_on_agenda` */
export async function endItem({ tx, record, form }: Step) {
  const { agendaItemId, outcome, note = null } = form as FormOf<'endItem'>
  const item = itemOf(record, agendaItemId)
  if (item.outcome !== null)
    throw wrongField('agendaItemId', `这一项已经${outcomeWords[item.outcome]}，请选还没有说完的。`)
  if (isToFollowUp(item)) throw new Refusal('resolution_on_agenda')
  await tx.update(AgendaItem, { id: item.id }, { outcome, outcomeNote: note })
  return { reason: [item.title, outcomeWords[outcome], note].filter(Boolean).join('　') }
}

/** The roll of that day is history: the next one is called anew. */
export async function recordNoQuorum({ tx, record, form, now }: Step) {
  const { said } = form as { said?: string }
  const { rule, inOffice, expected, present } = hallOf(record, beijingDay(now))
  await tx.update(Meeting, { id: record.id }, { rollNo: record.rollNo + 1 })
  const outcome = spokenNoQuorum(expected, present, neededOf(rule, inOffice) ?? 0)
  return { outcome, reason: [outcome, said].filter(Boolean).join('　') }
}
