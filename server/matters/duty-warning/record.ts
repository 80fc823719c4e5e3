import type { DutyWarningState } from '../../../shared/matters/duty-warning/table'
import type { ReplyWay } from '../../../shared/matters/duty-warning/words'
import type { Day } from '../../../shared/rules/days'
import { isHeld } from '../../database/in-office'
import type { Reader } from '../../database/source'
import { matterColumns, type MatterRecord } from '../../engine/kind'
import { keptRules } from '../../features/rules/rule-set'

/** As it is kept, with where it stands. */
export interface DutyWarningRecord extends MatterRecord<DutyWarningState> {
  deputyId: string
  deputy: string
  chairId: string
  facts: string
  text: string
  reply: string | null
  replyWay: ReplyWay | null
  talkedOn: Day | null
  member: string | null
  talkOther: string | null
  talkPlace: string | null
  decisionText: string | null
  decidedHow: string | null
  endsOn: Day | null
}

export async function readDutyWarning(
  reader: Reader,
  townId: string,
  id: string,
): Promise<DutyWarningRecord | undefined> {
  const [record] = await reader.query<DutyWarningRecord[]>(
    `SELECT ${matterColumns}, v.deputy_id AS deputyId, p.name AS deputy, v.chair_id AS chairId, v.facts, v.text,
       v.reply, v.reply_way AS replyWay, v.talked_on AS talkedOn, t2.name AS member, v.talk_other AS talkOther,
       v.talk_place AS talkPlace, v.decision_text AS decisionText, v.decided_how AS decidedHow,
       v.ends_on AS endsOn, ${keptRules}
     FROM duty_warning v JOIN matter m ON m.id = v.id JOIN person p ON p.id = v.deputy_id
     LEFT JOIN person t2 ON t2.id = v.member_id
     JOIN town t ON t.id = v.town_id LEFT JOIN rule_set rs ON rs.id = t.rule_set_id
     WHERE v.town_id = ? AND v.id = ?`,
    [townId, id],
  )
  return record
}

export interface Member {
  id: string
  name: string
  chairs: boolean
}

/** The presidium as it is now; whoever chairs it, or where nobody is written down as that, the first of the register. */
export async function readPresidium(reader: Reader, townId: string): Promise<Member[]> {
  const rows = await reader.query<{ id: string; name: string; post: string | null }[]>(
    `SELECT p.id, p.name, o.presidium_post AS post FROM post o JOIN person p ON p.id = o.person_id
     WHERE o.town_id = ? AND o.post_kind = 'presidiumMember' AND ${isHeld('o')} ORDER BY p.position, p.id`,
    [townId],
  )
  const chair = rows.find(({ post }) => post === 'chairperson') ?? rows[0]
  return rows.map(({ id, name }) => ({ id, name, chairs: id === chair?.id }))
}
