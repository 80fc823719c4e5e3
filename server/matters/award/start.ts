import type { InputOf } from '../../../shared/grammar/endpoint'
import type { proposeAward } from '../../../shared/matters/award/endpoints'
import { awardTable, proposedTells } from '../../../shared/matters/award/table'
import { beijingDay } from '../../../shared/rules/days'
import { wrongField } from '../../../shared/words/refusals'
import { Award } from '../../database/entities/matters/award'
import { newId } from '../../database/id'
import { isDeputy } from '../../database/in-office'
import type { Tx } from '../../database/source'
import { begin } from '../../engine/begin'
import { tellParties } from '../../engine/tell-parties'
import { isPublicSql } from '../../features/board/public'
import { ruleSetNow } from '../../features/rules/rule-set'
import type { Actor } from '../../http/actor'
import { kind } from './kind'
import type { AwardRecord } from './record'

type Form = InputOf<typeof proposeAward>

/** Puts a name forward. @returns its id @throws Refusal `bad_input` */
export async function startAward(tx: Tx, actor: Actor, input: Form, now: Date): Promise<string> {
  const { townId, person } = actor
  const { year, awardKind, deeds } = input
  const thisYear = Number(beijingDay(now).slice(0, 4))
  if (year < thisYear - 5 || year > thisYear)
    throw wrongField('year', `年份请填 ${thisYear - 5} 到 ${thisYear}。`)
  const campaign = await campaignOf(tx, townId, input)
  const whom = await honouredBy(tx, townId, input)
  await refuseTwice(tx, townId, { year, title: campaign.title, ...whom })
  const id = newId()
  await tx.insert(Award, {
    ...{ id, townId, year, awardKind, deeds, ...campaign, ...whom },
    ...{ noticeFrom: null, noticeTo: null, decideBy: null, decidedOn: null, decidedHow: null },
    ...{ certificateNo: null, ruleSetId: await ruleSetNow(tx, townId, now) },
  })
  const party = actor.roles.includes('congressOffice') ? 'congressOffice' : 'presidium'
  const first = { party, personId: person?.id ?? null, note: deeds } as const
  const { record, holders } = await begin(tx, kind, { id, townId }, first, now)
  await tellParties(
    tx,
    { tells: proposedTells, pushes: { presidium: 'task' } },
    {
      ...{ kind, record, holders, action: 'start', asker: actor, now },
      turn: awardTable.states.proposed.waitsFor,
      words: kind.words(record as AwardRecord, now),
    },
  )
  return id
}

/** Its name and criteria as they stand today. */
async function campaignOf(tx: Tx, townId: string, { campaignId, title, year }: Form) {
  if (campaignId === undefined) {
    if (title === undefined) throw wrongField('title', '请选一个活动，或者写上表彰的名称。')
    return { honourCampaignId: null, title, criteria: null }
  }
  const [campaign] = await tx.query<
    { name: string; criteria: string; fromYear: number; toYear: number | null }[]
  >(
    `SELECT name, criteria, from_year AS fromYear, to_year AS toYear FROM honour_campaign
     WHERE town_id = ? AND id = ? AND ended_on IS NULL`,
    [townId, campaignId],
  )
  if (campaign === undefined) throw wrongField('campaignId', '没有这个活动，或者不办了，请重新选择。')
  const { name, criteria, fromYear, toYear } = campaign
  if (year < Number(fromYear) || year > Number(toYear ?? fromYear))
    throw wrongField('year', `“${name}”不是这一年的，请核对年份或者另选活动。`)
  return { honourCampaignId: campaignId, title: name, criteria }
}

const nobody = { personId: null, deputyGroupId: null, suggestionId: null }

async function honouredBy(tx: Tx, townId: string, form: Form) {
  const found = (sql: string, parameter: string) =>
    tx.query<{ id: string }[]>(sql, [townId, parameter]).then(([row]) => row?.id)
  if (form.awardKind === 'deputy') {
    const personId = await found(
      `SELECT p.id FROM person p WHERE p.town_id = ? AND p.id = ? AND ${isDeputy('p.id')}`,
      form.personId ?? '',
    )
    if (personId === undefined) throw wrongField('personId', '请选一位现任代表。')
    return { ...nobody, personId }
  }
  if (form.awardKind === 'group') {
    const deputyGroupId = await found(
      'SELECT g.id FROM deputy_group g WHERE g.town_id = ? AND g.id = ? AND g.ended_on IS NULL',
      form.deputyGroupId ?? '',
    )
    if (deputyGroupId === undefined) throw wrongField('deputyGroupId', '请选一个代表小组。')
    return { ...nobody, deputyGroupId }
  }
  const suggestionId = await found(
    `SELECT s.id FROM suggestion s JOIN matter sm ON sm.id = s.id
     WHERE s.town_id = ? AND s.suggestion_no = ? AND ${isPublicSql}`,
    form.suggestionNo ?? '',
  )
  if (suggestionId === undefined)
    throw wrongField('suggestionNo', '没有找到这个编号的公开建议，请核对编号；不公开的建议不能表彰。')
  return { ...nobody, suggestionId }
}

/** Once a year under one name, unless it came to nothing. */
async function refuseTwice(
  tx: Tx,
  townId: string,
  whom: typeof nobody extends infer N
    ? { [K in keyof N]: string | null } & { year: number; title: string }
    : never,
) {
  const rows = await tx.query<Record<keyof typeof nobody, string | null>[]>(
    `SELECT a.person_id AS personId, a.deputy_group_id AS deputyGroupId, a.suggestion_id AS suggestionId
     FROM award a JOIN matter m ON m.id = a.id
     WHERE a.town_id = ? AND a.year = ? AND a.title = ? AND m.state IN ('proposed', 'onNotice', 'granted')`,
    [townId, whom.year, whom.title],
  )
  const fields = ['personId', 'deputyGroupId', 'suggestionId'] as const
  const field = fields.find((one) => whom[one] !== null) ?? 'personId'
  if (rows.some((row) => row[field] === whom[field]))
    throw wrongField(field === 'suggestionId' ? 'suggestionNo' : field, '这一年的这个表彰已经提过名了。')
}
