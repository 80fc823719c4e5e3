import { likeness } from '../../../shared/matters/suggestion/similar'
import { whyTo, type WhyTo } from '../../../shared/matters/opinion/whom'
import { deputyNamed } from '../../../shared/words/messages'
import { parties } from '../../../shared/words/parties'
import { Refusal } from '../../../shared/words/refusals'
import { isDeputy, isHeld } from '../../database/in-office'
import type { Reader } from '../../database/source'
import { villagesOfDeputies } from '../../features/people/public-deputies'
import { villageInTown } from '../../features/people/in-town'

interface Somebody {
  id: string
  name: string
  groupId: string | null
  isLeader: number
  isBound: number
}

export interface Whom {
  deputyId: string
  name: string
  routedBy: WhyTo
}

/**
 * To whom words go whose writer knows nobody: to a deputy of the village who reads here, the one who has had to do with
 * the like before others; where none of them reads, to the leader of their group; where there is none, to the office,
 * which passes them on. @throws Refusal `bad_input`, `unavailable` where the town has no office
 */
export async function findWhom(
  reader: Reader,
  townId: string,
  { villageId, text }: { villageId?: string | undefined; text?: string | undefined },
): Promise<Whom> {
  await villageInTown(reader, townId, villageId)
  const deputies = await reader.query<Somebody[]>(
    `SELECT p.id, p.name, p.deputy_group_id AS groupId, p.group_leader AS isLeader,
       CASE WHEN p.account_id IS NULL THEN 0 ELSE 1 END AS isBound
     FROM person p WHERE p.town_id = ? AND ${isDeputy('p.id')} ORDER BY p.position, p.id`,
    [townId],
  )
  const villages = await villagesOfDeputies(reader, townId)
  const near = deputies.filter(({ id }) => villageId !== undefined && villages.get(id)?.includes(villageId))
  const reading = near.filter(isReading)
  if (reading.length > 0) {
    const versed =
      text === undefined || reading.length < 2 ? undefined : await mostVersed(reader, townId, text, reading)
    const [first] = reading
    if (versed) return { ...named(versed), routedBy: 'topic' }
    if (first) return { ...named(first), routedBy: 'village' }
  }
  const groups = near.flatMap(({ groupId }) => groupId ?? [])
  const leader = deputies.find(
    (one) => Number(one.isLeader) === 1 && isReading(one) && groups.includes(one.groupId ?? ''),
  )
  if (leader) return { ...named(leader), routedBy: 'group' }
  return { ...(await officeOf(reader, townId)), name: parties.congressOffice, routedBy: 'office' }
}

const isReading = ({ isBound }: Somebody) => Number(isBound) === 1
const named = ({ id, name }: Somebody) => ({ deputyId: id, name: deputyNamed(name) })

/** From here on what somebody has led is about the like. */
const worthIt = 0.2
const mostCompared = 500

async function mostVersed(reader: Reader, townId: string, text: string, among: readonly Somebody[]) {
  const led = await reader.query<{ leadId: string; subject: string }[]>(
    `SELECT s.lead_deputy_id AS leadId, s.subject FROM suggestion s
     WHERE s.town_id = ? AND s.accepted_at IS NOT NULL AND s.confidential = 0
     ORDER BY s.accepted_at DESC LIMIT ${mostCompared}`,
    [townId],
  )
  const [best] = led
    .flatMap(({ leadId, subject }) => {
      const deputy = among.find(({ id }) => id === leadId)
      return deputy ? [{ deputy, score: likeness({ subject: text, facts: text }, subject) }] : []
    })
    .filter(({ score }) => score >= worthIt)
    .sort((one, other) => other.score - one.score)
  return best?.deputy
}

async function officeOf(reader: Reader, townId: string) {
  const [office] = await reader.query<{ deputyId: string }[]>(
    `SELECT o.person_id AS deputyId FROM post o
     WHERE o.town_id = ? AND o.post_kind = 'congressOffice' AND ${isHeld('o')} ORDER BY o.id LIMIT 1`,
    [townId],
  )
  if (!office) throw new Refusal('unavailable', {}, '镇人大办还没有人接收留言，请选一位代表。')
  return office
}

/** The sentence for whoever wrote. */
export const whyOf = (routedBy: WhyTo | null) => (routedBy === null ? null : whyTo[routedBy])
