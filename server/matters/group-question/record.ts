import type { GroupQuestionState } from '../../../shared/matters/group-question/table'
import type { Day } from '../../../shared/rules/days'
import { isTownshipDeputy } from '../../database/in-office'
import type { Reader } from '../../database/source'
import { instantText } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import type { MatterRecord } from '../../engine/kind'
import { rulesOfMatter } from '../../features/rules/rule-set'

interface QuestionRow extends MatterRecord<GroupQuestionState> {
  question: string
  until: Day
}

export interface GroupRow {
  id: string
  name: string
  inFavour: number | null
  against: number | null
  noOpinion: number | null
  reasons: string | null
  proposals: string | null
  answeredAt: string | null
  position: number
}

/** One question, with each group that was asked and who leads it. */
export interface QuestionRecord extends QuestionRow {
  groups: GroupRow[]
  leaders: { id: string; groupId: string }[]
}

const columns = {
  ...{ id: 'm.id', townId: 'm.town_id', version: 'm.version', state: 'm.state' },
  stateSince: instantText('m.state_since'),
  ...{ question: 'q.question', until: 'q.until' },
  ...{ profileName: 'COALESCE(rs.profile, t.profile)', overrides: 'rs.overrides' },
}

const groupsPart = (id: string) =>
  part<GroupRow>({
    columns: {
      ...{ id: 'g.id', name: 'g.name', inFavour: 'a.in_favour', against: 'a.against' },
      ...{ noOpinion: 'a.no_opinion', reasons: 'a.reasons', proposals: 'a.proposals' },
      ...{ answeredAt: instantText('a.answered_at'), position: 'a.position' },
    },
    from: `FROM group_answer a JOIN deputy_group g ON g.id = a.deputy_group_id WHERE a.group_question_id = ?`,
    order: 'a.position, g.id',
    parameters: [id],
  })

const leadersPart = (townId: string) =>
  part<{ id: string; groupId: string; position: number }>({
    columns: { id: 'p.id', groupId: 'p.deputy_group_id', position: 'p.position' },
    from: `FROM person p WHERE p.town_id = ? AND p.group_leader = 1 AND p.deputy_group_id IS NOT NULL
      AND ${isTownshipDeputy('p.id')}`,
    order: 'p.position, p.id',
    parameters: [townId],
  })

export async function readQuestion(
  reader: Reader,
  townId: string,
  id: string,
): Promise<QuestionRecord | undefined> {
  const { found, groups, leaders } = await readTogether(reader, {
    found: part<QuestionRow>({
      columns,
      from: `FROM group_question q JOIN matter m ON m.id = q.id JOIN town t ON t.id = q.town_id
        ${rulesOfMatter('q')} WHERE q.town_id = ? AND q.id = ?`,
      order: 'q.id',
      parameters: [townId, id],
    }),
    groups: groupsPart(id),
    leaders: leadersPart(townId),
  })
  const [row] = found
  return row && { ...row, groups, leaders }
}

export const unansweredIn = ({ groups }: Pick<QuestionRecord, 'groups'>) =>
  groups.filter(({ answeredAt }) => answeredAt === null)
