import type { AwardState } from '../../../shared/matters/award/states'
import {
  type AwardKind,
  awardTitle,
  criteriaIn,
  honouredNamed,
  type ObjectionWay,
} from '../../../shared/matters/award/words'
import type { Day } from '../../../shared/rules/days'
import type { Reader } from '../../database/source'
import { instantText } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import type { MatterRecord } from '../../engine/kind'
import { rulesOfMatter } from '../../features/rules/rule-set'

interface AwardRow extends MatterRecord<AwardState> {
  year: number
  awardKind: AwardKind
  title: string
  criteria: string | null
  deputyGroupId: string | null
  suggestionNo: string | null
  /** The deputy, or whoever proposed the suggestion first; nobody, where it is a group. */
  personId: string | null
  name: string
  ownGroupId: string | null
  deeds: string
  noticeFrom: Day | null
  noticeTo: Day | null
  decideBy: Day | null
  decidedOn: Day | null
  decidedHow: string | null
  certificateNo: string | null
}

export interface ObjectionRow {
  id: string
  notedOn: Day
  way: ObjectionWay
  text: string
  answer: string | null
  answeredOn: Day | null
  position: number
}

export interface AwardRecord extends Omit<AwardRow, 'criteria'> {
  subject: string
  whose: string
  criteria: string[]
  objections: ObjectionRow[]
}

/** Who or what is praised, of an award `a`. */
export const honouredFrom = `LEFT JOIN suggestion s ON s.id = a.suggestion_id
  LEFT JOIN person p ON p.id = COALESCE(a.person_id, s.lead_deputy_id)
  LEFT JOIN deputy_group g ON g.id = a.deputy_group_id`
export const honouredColumns = {
  ...{ year: 'a.year', awardKind: 'a.award_kind', title: 'a.title', certificateNo: 'a.certificate_no' },
  ...{ name: 'COALESCE(p.name, g.name)', suggestionNo: 's.suggestion_no', noticeTo: 'a.notice_to' },
}

const columns = {
  ...{ id: 'm.id', townId: 'm.town_id', version: 'm.version', state: 'm.state' },
  stateSince: instantText('m.state_since'),
  ...honouredColumns,
  ...{ criteria: 'a.criteria', deputyGroupId: 'a.deputy_group_id', personId: 'p.id' },
  ...{ ownGroupId: 'p.deputy_group_id', deeds: 'a.deeds', noticeFrom: 'a.notice_from' },
  ...{ decideBy: 'a.decide_by', decidedOn: 'a.decided_on', decidedHow: 'a.decided_how' },
  ...{ profileName: 'COALESCE(rs.profile, t.profile)', overrides: 'rs.overrides' },
}

const objectionsPart = (id: string) =>
  part<ObjectionRow>({
    columns: {
      ...{ id: 'o.id', notedOn: 'o.noted_on', way: 'o.way', text: 'o.text', answer: 'o.answer' },
      ...{ answeredOn: 'o.answered_on', position: 'o.position' },
    },
    from: 'FROM award_objection o WHERE o.award_id = ?',
    order: 'o.position, o.id',
    parameters: [id],
  })

export async function readAward(
  reader: Reader,
  townId: string,
  id: string,
): Promise<AwardRecord | undefined> {
  const { found, objections } = await readTogether(reader, {
    found: part<AwardRow>({
      columns,
      from: `FROM award a JOIN matter m ON m.id = a.id ${honouredFrom}
        JOIN town t ON t.id = a.town_id ${rulesOfMatter('a')} WHERE a.town_id = ? AND a.id = ?`,
      order: 'a.id',
      parameters: [townId, id],
    }),
    objections: objectionsPart(id),
  })
  const [row] = found
  if (row === undefined) return undefined
  const year = Number(row.year)
  return {
    ...row,
    ...{ year, objections, criteria: criteriaIn(row.criteria), subject: awardTitle(year, row.title) },
    whose: honouredNamed(row.awardKind, row.name, row.suggestionNo),
  }
}

export const openObjections = ({ objections }: Pick<AwardRecord, 'objections'>) =>
  objections.filter(({ answer }) => answer === null)
