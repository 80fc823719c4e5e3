import { type ActivityKind, inspectingKinds, type OpenTo } from '../../../shared/matters/activity/kinds'
import { linesIn } from '../../../shared/matters/activity/inspecting'
import type { ActivityState } from '../../../shared/matters/activity/table'
import type { JoinStanding, JoinWord } from '../../../shared/matters/activity/words'
import { type RectificationState, rectifiedIn } from '../../../shared/matters/rectification/table'
import type { Day } from '../../../shared/rules/days'
import { isTownshipDeputy } from '../../database/in-office'
import type { Reader } from '../../database/source'
import { instantText } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import { askedPart } from '../../engine/asks/read'
import { nameIn } from '../../engine/holders'
import type { MatterRecord } from '../../engine/kind'
import { rulesOfMatter } from '../../features/rules/rule-set'

export interface Somebody {
  id: string
  name: string
  invited: boolean
  /** By the roll; null before it is called. */
  came: boolean | null
  /** What they have said of coming, and when. */
  said: { word: JoinWord; at: string; reason: string | null } | null
}

interface ActivityRow extends MatterRecord<ActivityState> {
  activityKind: ActivityKind
  groupId: string | null
  groupName: string | null
  /** Who leads the group whose it is. */
  leaderId: string | null
  title: string
  day: Day
  until: Day | null
  meetAt: string
  place: string
  purpose: string
  openTo: OpenTo
  answerBy: Day
  capacity: number | null
  shortNoticeReason: string | null
  report: string | null
  unitId: string | null
  unit: string | null
  unannounced: number | boolean
  law: string | null
  noFindingBecause: string | null
}

export interface Found {
  id: string
  position: number
  site: string | null
  seen: string
  problem: string
  lawArticle: string | null
  unitId: string
  unit: string
  dueOn: Day
  /** Of its rectification; null before it is handed over. */
  state: RectificationState | null
}

/** An activity with everybody who was asked, or came, and what was found. */
export interface ActivityRecord extends ActivityRow {
  lastDay: Day
  /** On which the last of what was found is to be mended. */
  lastDueOn: Day | null
  people: Somebody[]
  sites: string[]
  articles: string[]
  questions: string[]
  findings: Found[]
}

const columns = {
  ...{ id: 'm.id', townId: 'm.town_id', version: 'm.version', state: 'm.state' },
  stateSince: instantText('m.state_since'),
  ...{ activityKind: 'v.activity_kind', groupId: 'v.deputy_group_id', groupName: 'g.name' },
  leaderId: `(SELECT MIN(p.id) FROM person p WHERE p.deputy_group_id = v.deputy_group_id
    AND p.group_leader = 1 AND ${isTownshipDeputy('p.id')})`,
  ...{ title: 'v.title', day: 'v.day', until: 'v.until', meetAt: 'v.meet_at', place: 'v.place' },
  ...{ purpose: 'v.purpose', openTo: 'v.open_to', answerBy: 'v.answer_by', capacity: 'v.capacity' },
  ...{ shortNoticeReason: 'v.short_notice_reason', report: 'v.report' },
  ...{ unitId: 'v.unit_id', unit: 'u.name', unannounced: 'v.unannounced', law: 'v.law' },
  ...{ noFindingBecause: 'v.no_finding_because', siteLines: 'v.sites', articleLines: 'v.articles' },
  questionLines: 'v.questions',
  ...{ profileName: 'COALESCE(rs.profile, t.profile)', overrides: 'rs.overrides' },
}

/** Typed one a line. */
interface Lines {
  siteLines: string | null
  articleLines: string | null
  questionLines: string | null
}

const findingsPart = (id: string) =>
  part<Found>({
    columns: {
      ...{ id: 'f.id', position: 'f.position', site: 'f.site', seen: 'f.seen', problem: 'f.problem' },
      ...{ lawArticle: 'f.law_article', unitId: 'f.unit_id', unit: 'u.name', dueOn: 'f.due_on' },
      state: 'fm.state',
    },
    from: `FROM finding f JOIN handling_unit u ON u.id = f.unit_id LEFT JOIN matter fm ON fm.id = f.id
      WHERE f.activity_id = ?`,
    order: 'f.position, f.id',
    parameters: [id],
  })

interface PersonRow {
  id: string
  name: string
  invited: number | boolean
  came: number | boolean | null
  position: number
}

export async function readActivity(
  reader: Reader,
  townId: string,
  id: string,
): Promise<ActivityRecord | undefined> {
  const { rows, people, asked, findings } = await readTogether(reader, {
    rows: part<ActivityRow & Lines>({
      columns,
      from: `FROM activity v JOIN matter m ON m.id = v.id LEFT JOIN deputy_group g ON g.id = v.deputy_group_id
        LEFT JOIN handling_unit u ON u.id = v.unit_id JOIN town t ON t.id = v.town_id ${rulesOfMatter('v')} WHERE v.town_id = ? AND v.id = ?`,
      order: 'v.id',
      parameters: [townId, id],
    }),
    people: part<PersonRow>({
      columns: {
        ...{ id: 'p.id', name: 'p.name', invited: 'x.invited', came: 'x.came', position: 'x.position' },
      },
      from: 'FROM activity_person x JOIN person p ON p.id = x.person_id WHERE x.activity_id = ?',
      order: 'x.position, p.id',
      parameters: [id],
    }),
    asked: askedPart([id]),
    findings: findingsPart(id),
  })
  const [row] = rows
  if (row === undefined) return undefined
  const { siteLines, articleLines, questionLines, ...own } = row
  const answers = new Map(asked.map((one) => [nameIn(one.holder), one]))
  return {
    ...own,
    ...{ sites: linesIn(siteLines), articles: linesIn(articleLines), questions: linesIn(questionLines) },
    findings: findings.map((one) => ({ ...one, position: Number(one.position) })),
    capacity: row.capacity === null ? null : Number(row.capacity),
    lastDay: row.until ?? row.day,
    lastDueOn:
      findings
        .map(({ dueOn }) => dueOn)
        .sort()
        .at(-1) ?? null,
    asked,
    people: people.map(({ id: one, name, invited, came }) => ({
      ...{ id: one, name, invited: Number(invited) === 1 },
      came: came === null ? null : Number(came) === 1,
      said: saidIn(answers.get(one)),
    })),
  }
}

function saidIn(question: { answer: string | null; answeredAt: string | null } | undefined) {
  if (!question?.answer || question.answeredAt === null) return null
  const { attends = 'comes', reason = null } = JSON.parse(question.answer) as {
    attends?: JoinWord
    reason?: string
  }
  return { word: attends, at: question.answeredAt, reason }
}

type Going = Pick<ActivityRecord, 'people' | 'capacity'>

/** Who says they come, in the order in which they said so; and of these, who has a seat. */
export function comersOf({ people, capacity }: Going) {
  const comers = people
    .filter(({ said }) => said?.word === 'comes')
    .sort((one, other) => ((one.said?.at ?? '') < (other.said?.at ?? '') ? -1 : 1))
    .map(({ id }) => id)
  return {
    seated: comers.slice(0, capacity ?? comers.length),
    waiting: comers.slice(capacity ?? comers.length),
  }
}

export function standingsOf(record: Going): ReadonlyMap<string, JoinStanding | null> {
  const waiting = new Set(comersOf(record).waiting)
  return new Map(
    record.people.map(({ id, said }) => {
      if (said === null) return [id, null]
      if (said.word === 'comes') return [id, waiting.has(id) ? 'waiting' : 'coming']
      if (said.word === 'standsAside') return [id, 'aside']
      return [id, said.word === 'leave' ? 'onLeave' : 'notThisTime']
    }),
  )
}

export const isRollCalled = ({ people }: Pick<ActivityRecord, 'people'>) =>
  people.some(({ came }) => came !== null)

export const isInspection = ({ activityKind }: Pick<ActivityRecord, 'activityKind'>) =>
  inspectingKinds.includes(activityKind)

/** Each of what was found has come to an end. */
export const isRectified = ({ findings }: Pick<ActivityRecord, 'findings'>) =>
  findings.every(({ state }) => state !== null && (rectifiedIn as readonly string[]).includes(state))
