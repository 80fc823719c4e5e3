import type { OutputOf } from '../../../shared/grammar/endpoint'
import type {
  listMeetingMatters as listEndpoint,
  MeetingView,
} from '../../../shared/matters/meeting/endpoints'
import { isVoting, type MeetingKind, meetingKinds } from '../../../shared/matters/meeting/kinds'
import type { MeetingState } from '../../../shared/matters/meeting/table'
import { nameOfMeeting, type ReviewDecision } from '../../../shared/matters/meeting/words'
import { paper } from '../../../shared/papers/paper'
import { beijingDay, type Day } from '../../../shared/rules/days'
import { isPassed, spokenHall, spokenVotes } from '../../../shared/rules/quorum-words'
import { isDeputy, isHeld, isTownshipDeputy } from '../../database/in-office'
import { after, pageOfRows, pageSize } from '../../database/keyset'
import type { Reader } from '../../database/source'
import { isoInstant, marks, quoted } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import { mayDo } from '../../../shared/permissions'
import type { Actor } from '../../http/actor'
import { isToFollowUp } from './agenda-item'
import { saidBy } from './attending'
import { hallOf, presentIn } from './hall'
import { readMergeTargets } from './merge-targets'
import { readCorrections, withCorrections } from './corrections'
import { electionsOn } from './elections'
import { attendancesIn, minutesOf, readObjections } from './minutes'
import { notesOf, summaryOf } from './notes'
import { goneOf, type MeetingRecord } from './record'
import { onSuggestionsOf } from './on-suggestions'
import { whoseOf } from './resolution-parts'
import { tallyOf, titleOf } from './title'

const codeLength = 8

interface Looking {
  /** They alone read why somebody is on leave. */
  convenes: boolean
  keepsRoll: boolean
  /** Of a meeting of a hundred nobody else reads who was there. */
  readsRoll: boolean
  ownId: string | null
  ownGroupId: string | null
  now: Date
}

/** What its page shows beside what every matter has. */
export async function detailsOf(
  reader: Reader,
  record: MeetingRecord,
  { convenes, keepsRoll, readsRoll, ownId, ownGroupId, now }: Looking,
): Promise<Omit<MeetingView, keyof MeetingViewOfEngine>> {
  const { id, meetingKind, groupId, groupName, heldBy, day, startsAt, place, state } = record
  const attendances = attendancesIn(record)
  return {
    ...{ meetingKind, title: titleOf(record), group: groupOf(groupId, groupName) },
    ...{ heldBy, day, startsAt, place, expected: record.members.length },
    present: presentIn(record),
    hall: spokenHall(hallOf(record, beijingDay(now))),
    callsRoll: keepsRoll && isVoting(meetingKind) && (state === 'convened' || state === 'open'),
    shortNotice: record.shortNotice,
    agenda: agendaOf(record),
    notes: notesOf(record, readsRoll, ownGroupId),
    summary: summaryOf(record, readsRoll),
    onSuggestions: onSuggestionsOf(record.onSuggestions),
    given: record.given.map((one) => ({
      ...{ id: one.id, what: one.what, whose: whoseOf(one), dueOn: one.firstDueOn, state: one.state },
    })),
    decided: { ...tallyOf(record) },
    members: shownMembers(record, readsRoll, ownId).map(({ id: one, name, leads, ofTownship }) => ({
      ...{ id: one, name, leads, ofTownship },
      attendance: attendances.get(one) ?? null,
      attends: saidBy(record, one).standing,
      leave: convenes ? (record.leaves.get(one) ?? saidBy(record, one).reason) : null,
    })),
    items: record.items.map((item) => ({
      id: item.id,
      deputy: { id: item.deputyId, name: item.deputyName },
      kind: item.opinionKind,
      receivedOn: beijingDay(new Date(isoInstant(item.receivedAt))),
      ...{ gist: item.gist, decision: item.decision, said: item.said, notedBy: item.notedBy },
      ...{ lead: item.lead, gone: goneOf(record, item) },
    })),
    lastMinutes: state === 'convened' || state === 'open' ? [...record.lastMinutes] : [],
    mergeTargets: state === 'open' && convenes ? await readMergeTargets(reader, record) : [],
    minutes:
      record.minutesText !== null
        ? withCorrections(paper.parse(JSON.parse(record.minutesText)), await readCorrections(reader, id))
        : state === 'ended' || state === 'drafted'
          ? minutesOf(record, await readObjections(reader, id))
          : null,
    presidium: state === 'approved' && keepsRoll ? [...record.presidium] : [],
    remarks: record.remarks,
    checkCode: record.minutesDigest?.slice(0, codeLength) ?? null,
  }
}

const groupOf = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })

const shownMembers = ({ members, meetingKind }: MeetingRecord, readsRoll: boolean, ownId: string | null) =>
  readsRoll || !isVoting(meetingKind) ? members : members.filter(({ id }) => id === ownId)

const agendaOf = ({ agenda, decisions, elections, meetingKind }: MeetingRecord): MeetingView['agenda'] =>
  agenda.map((item) => ({
    ...{ id: item.id, title: item.title, outcome: item.outcome, note: item.note },
    ...{ resolutionId: item.resolutionId, toFollowUp: isToFollowUp(item) },
    elections: electionsOn(elections, item.id, meetingKind),
    votes: decisions.flatMap(({ itemId, at: _, ...one }) =>
      itemId !== item.id
        ? []
        : {
            ...{ id: one.id, text: one.text, method: one.method, inOffice: one.inOffice },
            ...{ present: one.present, yes: one.yes, no: one.no, abstain: one.abstain },
            passed: isPassed(one),
            says: spokenVotes({ ...one, isPresidium: meetingKinds[meetingKind].body === 'presidium' }),
          },
    ),
  }))

type MeetingViewOfEngine = Pick<
  MeetingView,
  | 'id'
  | 'version'
  | 'state'
  | 'plain'
  | 'step'
  | 'waitsFor'
  | 'due'
  | 'actions'
  | 'gated'
  | 'limits'
  | 'asks'
  | 'timeline'
>

interface ListRow {
  id: string
  meetingKind: MeetingKind
  groupId: string | null
  groupName: string | null
  title: string | null
  heldBy: Day
  day: Day | null
  startsAt: string | null
  place: string | null
  state: MeetingState
}

/** Meetings, those for a later time first: of one's own group, or of all. @throws Refusal `bad_cursor` */
export async function listMeetingMatters(
  reader: Reader,
  actor: Actor,
  cursor: string | undefined,
  meetingKind: MeetingKind | undefined,
): Promise<OutputOf<typeof listEndpoint>> {
  const own = await ownGroup(reader, actor)
  const isEverything = actor.roles.includes('congressOffice') || actor.roles.includes('presidiumMember')
  const scope = isEverything
    ? { sql: 'v.town_id = ?', of: actor.townId }
    : {
        sql: `v.town_id = ? AND (v.deputy_group_id = ? OR v.meeting_kind IN (${quoted(openTo(own))}))`,
        of: actor.townId,
      }
  const place = after('v.held_by', 'v.id', cursor)
  const found = await reader.query<ListRow[]>(
    `SELECT v.id, v.meeting_kind AS meetingKind, v.deputy_group_id AS groupId, g.name AS groupName, v.title, v.held_by AS heldBy,
       v.day, v.starts_at AS startsAt, v.place, m.state
     FROM meeting v JOIN matter m ON m.id = v.id LEFT JOIN deputy_group g ON g.id = v.deputy_group_id
     WHERE ${scope.sql}${meetingKind === undefined ? '' : ' AND v.meeting_kind = ?'}${place.sql}${place.order} LIMIT ${pageSize + 1}`,
    // A day is kept without a time.
    [
      scope.of,
      ...(isEverything ? [] : [own?.id ?? '']),
      ...(meetingKind === undefined ? [] : [meetingKind]),
      ...place.parameters.map((one) => one.replace(' 00:00:00.000', '')),
    ],
  )
  const { rows, next } = pageOfRows(found, ({ id, heldBy }) => ({ at: `${heldBy} 00:00:00.000`, id }))
  const figures = await readFigures(reader, actor.townId, rows)
  return {
    next,
    leads: own !== undefined && own.id !== null && Number(own.leads) === 1,
    plansBodies: mayDo('keepSessions', actor.roles),
    items: rows.map(({ groupId, groupName, ...row }) => ({
      ...row,
      title: nameOfMeeting({ ...row, groupName }),
      group: groupOf(groupId, groupName),
      ...figures(row.id, groupId ?? row.meetingKind),
    })),
  }
}

/** Besides those of the own group. */
const openTo = (own: { leads: number; isTownship: boolean } | undefined): readonly MeetingKind[] => [
  'midYearDeliberation',
  ...(own?.isTownship ? (['congressSession'] as const) : []),
  ...(Number(own?.leads) === 1 ? (['leadersMeeting'] as const) : []),
]

/** Of which group whoever asks is, and whether they lead it. */
export async function ownGroup(reader: Reader, { townId, person }: Actor) {
  const [row] = await reader.query<{ id: string | null; leads: number; isTownship: number }[]>(
    `SELECT p.deputy_group_id AS id, CASE WHEN p.group_leader = 1 AND ${isTownshipDeputy('p.id')} THEN 1 ELSE 0 END AS leads,
       CASE WHEN ${isTownshipDeputy('p.id')} THEN 1 ELSE 0 END AS isTownship
     FROM person p WHERE p.town_id = ? AND p.id = ?`,
    [townId, person?.id ?? ''],
  )
  return row === undefined ? undefined : { ...row, isTownship: Number(row.isTownship) === 1 }
}

/** How many sit in the congress and in its presidium now. */
const bodiesPart = (townId: string) =>
  part<{ of: string; count: number }>({
    columns: { of: 'b.kind', count: 'b.count' },
    from: `FROM (SELECT 'congressSession' AS kind, COUNT(*) AS count FROM person p
        WHERE p.town_id = ? AND ${isTownshipDeputy('p.id')}
      UNION ALL SELECT 'presidiumMeeting', COUNT(DISTINCT o.person_id) FROM post o
        WHERE o.town_id = ? AND o.post_kind = 'presidiumMember' AND ${isHeld('o')}
      UNION ALL SELECT 'leadersMeeting', COUNT(*) FROM person p
        WHERE p.town_id = ? AND p.group_leader = 1 AND ${isTownshipDeputy('p.id')}
      UNION ALL SELECT 'midYearDeliberation', COUNT(*) FROM person p WHERE p.town_id = ? AND ${isDeputy('p.id')}) b`,
    order: 'b.kind',
    parameters: [townId, townId, townId, townId],
  })

/** How many were expected and came, and what was decided how often. */
async function readFigures(reader: Reader, townId: string, rows: readonly ListRow[]) {
  const ids = rows.map(({ id }) => id)
  const groups = [...new Set(rows.flatMap(({ groupId }) => groupId ?? []))]
  const isOfBodies = rows.some(({ groupId }) => groupId === null)
  const { called, decided, members, bodies } = await readTogether(reader, {
    called:
      ids.length === 0
        ? undefined
        : part<{ of: string; called: number; came: number }>({
            columns: {
              of: 'x.meeting_id',
              called: 'COUNT(DISTINCT x.person_id)',
              came: "COUNT(DISTINCT CASE WHEN x.mark = 'arrived' THEN x.person_id END)",
            },
            from: `FROM roll_mark x JOIN meeting v ON v.id = x.meeting_id AND v.roll_no = x.roll_no
              WHERE x.meeting_id IN (${marks(ids)}) GROUP BY x.meeting_id`,
            order: 'x.meeting_id',
            parameters: ids,
          }),
    decided:
      ids.length === 0
        ? undefined
        : part<{ of: string; decision: ReviewDecision; count: number }>({
            columns: { of: 'i.meeting_id', decision: 'i.decision', count: 'COUNT(*)' },
            from: `FROM review_item i WHERE i.meeting_id IN (${marks(ids)}) AND i.decision IS NOT NULL
              GROUP BY i.meeting_id, i.decision`,
            order: 'i.meeting_id, i.decision',
            parameters: ids,
          }),
    members:
      groups.length === 0
        ? undefined
        : part<{ of: string; count: number }>({
            columns: { of: 'p.deputy_group_id', count: 'COUNT(*)' },
            from: `FROM person p WHERE p.deputy_group_id IN (${marks(groups)}) AND ${isDeputy('p.id')}
              GROUP BY p.deputy_group_id`,
            order: 'p.deputy_group_id',
            parameters: groups,
          }),
    bodies: isOfBodies ? bodiesPart(townId) : undefined,
  })
  return (id: string, body: string) => {
    const roll = called.find(({ of }) => of === id)
    return {
      expected: Number(roll?.called ?? [...members, ...bodies].find(({ of }) => of === body)?.count ?? 0),
      present: Number(roll?.came ?? 0),
      decided: Object.fromEntries(
        decided.filter(({ of }) => of === id).map(({ decision, count }) => [decision, Number(count)]),
      ),
    }
  }
}
