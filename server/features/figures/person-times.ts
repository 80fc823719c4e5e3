import type { PersonTimes } from '../../../shared/api/person-times'
import {
  type ActivityKind,
  activityKinds,
  type CountsAs,
  countsAs,
  kindsThatCountAs,
} from '../../../shared/matters/activity/kinds'
import { activityCountsIn } from '../../../shared/matters/activity/states'
import { beijingDay, yearOf } from '../../../shared/rules/days'
import { ownOrganisers, type trainingForms } from '../../../shared/words/trainings'
import type { Reader } from '../../database/source'
import { quoted } from '../../database/sql'
import { part, readTogether } from '../../database/together'

interface Attended {
  kind: ActivityKind | 'training'
  id: string
  form: keyof typeof trainingForms | null
  own: number
  groupId: string | null
  persons: number
}

/** Of what was held, by the roll: each deputy once, on the first day of it. */
const activitiesPart = (townId: string, from: string, to: string) =>
  part<Attended>({
    columns: {
      ...{ kind: 'v.activity_kind', id: 'v.id', form: 'NULL', own: '1' },
      ...{ groupId: 'p.deputy_group_id', persons: 'COUNT(*)' },
    },
    from: `FROM activity v JOIN matter m ON m.id = v.id AND m.state IN (${quoted(activityCountsIn)})
      JOIN activity_person s ON s.activity_id = v.id AND s.came = 1 JOIN person p ON p.id = s.person_id
      WHERE v.town_id = ? AND v.day BETWEEN ? AND ? GROUP BY v.activity_kind, v.id, p.deputy_group_id`,
    order: 'v.id, p.deputy_group_id',
    parameters: [townId, from, to],
  })

/** The register, but for a class that is an activity as well: that is counted there. */
const trainingsPart = (townId: string, from: string, to: string) =>
  part<Attended>({
    columns: {
      ...{ kind: "'training'", id: 'r.id', form: 'r.training_form' },
      own: `CASE WHEN r.organiser IN (${quoted(ownOrganisers)}) THEN 1 ELSE 0 END`,
      ...{ groupId: 'p.deputy_group_id', persons: 'COUNT(*)' },
    },
    from: `FROM training r JOIN training_person s ON s.training_id = r.id JOIN person p ON p.id = s.person_id
      WHERE r.town_id = ? AND r.ended_on IS NULL AND r.held_on BETWEEN ? AND ? AND NOT EXISTS (
        SELECT 1 FROM activity v JOIN matter m ON m.id = v.id AND m.state IN (${quoted(activityCountsIn)})
        WHERE v.town_id = r.town_id AND v.day = r.held_on AND v.title = r.title
          AND v.activity_kind IN (${quoted(kindsThatCountAs('training'))}))
      GROUP BY r.id, r.training_form, r.organiser, p.deputy_group_id`,
    order: 'r.id, p.deputy_group_id',
    parameters: [townId, from, to],
  })

const kindNames = Object.keys(countsAs) as CountsAs[]
const kindOf = ({ kind }: Attended): CountsAs =>
  kind === 'training' ? 'training' : activityKinds[kind].countsAs
const sum = (rows: readonly Attended[]) => rows.reduce((all, { persons }) => all + Number(persons), 0)
const record = <V>(of: (kind: CountsAs) => V) =>
  Object.fromEntries(kindNames.map((kind) => [kind, of(kind)])) as Record<CountsAs, V>

/** 人次 (C.F 4.9) of one year: of the town and its groups, never of a person. */
export async function readPersonTimes(
  reader: Reader,
  townId: string,
  wanted: string | undefined,
  now: Date,
): Promise<PersonTimes> {
  const year = wanted ?? String(yearOf(beijingDay(now)))
  const [from, to] = [`${year}-01-01`, `${year}-12-31`]
  const { activities, trainings, groups } = await readTogether(reader, {
    activities: activitiesPart(townId, from, to),
    trainings: trainingsPart(townId, from, to),
    groups: part<{ id: string; name: string; position: number }>({
      columns: { id: 'g.id', name: 'g.name', position: 'g.position' },
      from: 'FROM deputy_group g WHERE g.town_id = ? AND g.ended_on IS NULL',
      order: 'g.position, g.id',
      parameters: [townId],
    }),
  })
  const all = [...activities, ...trainings]
  const own = all.filter((row) => Number(row.own) === 1)
  const of = (kind: CountsAs) => own.filter((row) => kindOf(row) === kind)
  const total = record((kind) => ({
    events: new Set(of(kind).map(({ id }) => id)).size,
    personTimes: sum(of(kind)),
  }))
  const onTrips = sum(own.filter(({ kind, form }) => kind === 'studyTrip' || form === 'studyTrip'))
  return {
    ...{ year, total, onTrips },
    elsewhere: sum(all.filter((row) => Number(row.own) === 0)),
    groups: groups.map(({ id, name }) => ({
      name,
      ...record((kind) => sum(of(kind).filter(({ groupId }) => groupId === id))),
    })),
    sentence: spoken(year, total, onTrips),
  }
}

function spoken(year: string, { training, inspection, activity }: PersonTimes['total'], onTrips: number) {
  const trips = onTrips > 0 ? `，其中外出考察 ${onTrips} 人次` : ''
  return [
    `${year}年，组织代表学习培训 ${training.events} 次 ${training.personTimes} 人次${trips}`,
    `邀请代表参加视察、调研、检查 ${inspection.events} 次 ${inspection.personTimes} 人次`,
    `其他活动 ${activity.events} 次 ${activity.personTimes} 人次。`,
  ].join('；')
}
