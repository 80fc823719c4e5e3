import { agendaItems, isVoting, meetingKinds } from '../../../shared/matters/meeting/kinds'
import { attendanceOf } from '../../../shared/matters/meeting/roll'
import { type Attendance, reviewDecisions, spokenTally } from '../../../shared/matters/meeting/words'
import type { Paper, PaperBlock } from '../../../shared/papers/paper'
import { beijingDay, spokenDate, spokenDay } from '../../../shared/rules/days'
import { opinionKinds } from '../../../shared/words/words'
import { isoInstant } from '../../database/sql'
import type { Reader } from '../../database/source'
import { part, readTogether } from '../../database/together'
import { blocksOfAgenda } from './minutes-of-votes'
import { marksOf, type MeetingRecord } from './record'
import type { Item } from './record-parts'
import { tallyOf, titleOf } from './title'

export interface Objection {
  name: string | null
  note: string | null
}

/** Who found something wrong in the minutes; it stays beside them. */
export const objectionsPart = (id: string) =>
  part<Objection>({
    columns: { name: 'p.name', note: 'e.note' },
    from: `FROM matter_event e LEFT JOIN person p ON p.id = e.person_id
      WHERE e.matter_id = ? AND e.kind = 'meeting' AND e.action = 'object'`,
    order: 'e.version, e.id',
    parameters: [id],
  })

export const readObjections = async (reader: Reader, id: string): Promise<Objection[]> =>
  (await readTogether(reader, { objections: objectionsPart(id) })).objections

/** How each who is expected attended. */
export function attendancesIn(record: MeetingRecord): ReadonlyMap<string, Attendance | null> {
  const marks = marksOf(record)
  const openedAt = record.openedAt === null ? Number.MAX_VALUE : Date.parse(isoInstant(record.openedAt))
  return new Map(record.members.map(({ id }) => [id, attendanceOf(marks.get(id), openedAt)]))
}

/** 会议纪要: every line is what was noted; only the remarks were typed for it. */
export function minutesOf(record: MeetingRecord, objections: readonly Objection[]): Paper {
  const { day, startsAt, place, remarks, endedAt, groupName } = record
  // With its year: it is read long after.
  const on = day === null ? '' : spokenDay(day, '')
  const blocks: (PaperBlock | false)[] = [
    {
      is: 'grid',
      rows: [
        ['时间', [on, startsAt].filter(Boolean).join(' ')],
        ['地点', place ?? ''],
        ['到会', saysAttendance(record)],
      ],
    },
    ...(isVoting(record.meetingKind) ? blocksOfAgenda(record) : blocksOfItems(record)),
    remarks !== null && { is: 'heading', text: '其他' },
    remarks !== null && { is: 'text', text: remarks },
    objections.length > 0 && { is: 'heading', text: '对纪要的异议' },
    objections.length > 0 && {
      is: 'text',
      text: objections.map(({ name, note }) => `${name ?? ''}：${note ?? ''}`).join('\n'),
    },
    {
      is: 'close',
      lines: [
        groupName ?? titleOf(record),
        endedAt === null ? on : spokenDay(beijingDay(new Date(isoInstant(endedAt))), ''),
      ],
    },
  ]
  return {
    ...{ redHead: null, documentNo: null, mark: null, to: null, title: `${titleOf(record)}纪要` },
    blocks: blocks.filter((block) => block !== false),
  }
}

const blocksOfItems = (record: MeetingRecord): PaperBlock[] => [
  ...meetingKinds[record.meetingKind].agenda.map((one): PaperBlock => ({
    is: 'heading',
    text: agendaItems[one],
  })),
  { is: 'text', text: `${spokenTally(tallyOf(record))}。` },
  ...(record.items.length === 0
    ? []
    : [
        {
          is: 'table' as const,
          head: ['序号', '是什么事', '怎么定的'],
          rows: record.items.map((item, at) => [`${at + 1}`, saysItem(item), saysDecision(item)]),
        },
      ]),
]

/** Numbers, and the names of those on leave: who was absent without a word is no matter of the minutes. */
function saysAttendance(record: MeetingRecord) {
  const of = attendancesIn(record)
  const those = (attendance: Attendance) => record.members.filter(({ id }) => of.get(id) === attendance)
  const onLeave = those('leave').map(({ name }) => name)
  return [
    `应到 ${record.members.length}`,
    `开会时到 ${those('present').length}`,
    those('late').length > 0 && `后到 ${those('late').length}`,
    onLeave.length > 0 && `请假 ${onLeave.length}（${onLeave.join('、')}）`,
    those('absent').length > 0 && `缺席 ${those('absent').length}`,
    record.observers > 0 && `列席 ${record.observers}`,
  ]
    .filter(Boolean)
    .join('，')
}

const saysItem = ({ gist, deputyName, opinionKind, receivedAt }: Item) => {
  const on = beijingDay(new Date(isoInstant(receivedAt)))
  return `${gist === null ? '' : `${gist} `}（${deputyName}代表 ${spokenDate(on, on)}收到的${opinionKinds[opinionKind]}）`
}

function saysDecision({ decision, said, lead }: Item) {
  if (decision === null) return said ?? ''
  const more = [lead && `${lead}代表领衔`, said].filter(Boolean).join('：')
  return more === '' ? reviewDecisions[decision].label : `${reviewDecisions[decision].label}。${more}`
}
