import type { Day } from '../../../shared/rules/days'
import type { OpinionState } from '../../../shared/matters/opinion/table'
import type { SuggestionState } from '../../../shared/matters/suggestion/states'
import type { CallAsked } from '../../../shared/matters/opinion/call-back'
import type { WhyTo } from '../../../shared/matters/opinion/whom'
import { deputyNamed } from '../../../shared/words/messages'
import { parties } from '../../../shared/words/parties'
import type { OpinionKind, referrals, Satisfaction } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { isDeputy, isTownshipDeputy } from '../../database/in-office'
import { instantText } from '../../database/sql'
import { part, readTogether } from '../../database/together'
import type { MatterRecord } from '../../engine/kind'
import { areaNameSql } from '../../features/places/areas'
import { rulesOfMatter } from '../../features/rules/rule-set'

/** A resident's opinion with all that its table needs to decide about it. */
export interface OpinionRecord extends MatterRecord<OpinionState>, CallAsked {
  opinionKind: OpinionKind
  residentId: string
  residentName: string | null
  residentPhone: string | null
  unnamed: number
  forAnother: number
  deputyId: string
  deputyName: string
  /** Why it went there, where its writer knew nobody. */
  routedBy: WhyTo | null
  /** Is a deputy now, of whatever level; of the township. */
  deputyActs: number
  deputyOfTownship: number
  /** Has come into WeChat, and reads what is written. */
  deputyBound: number
  stationName: string | null
  place: string | null
  villageId: string | null
  villageName: string | null
  areaId: string | null
  areaName: string | null
  suggestionId: string | null
  suggestionState: SuggestionState | null
  firstText: string
  referredTo: keyof typeof referrals | null
  explanation: string | null
  rating: Satisfaction | null
  ratingComment: string | null
  writtenIn: OpinionState | null
  wordsById: string | null
  createdAt: string
  goesTo: OpinionState | null
  timesUnsolved: number
  /** Said while words of the deputy were looked at, and not looked at itself. */
  saidMore: number
  ratingAsked: number
  endedOn: Day | null
  followUps: number
  followedOn: Day | null
  followUpAnswer: string | null
  /** Of somebody without a phone: what stands on their slip. */
  slipCode: string | null
  /** Something was asked back once; and that it is what was written last. */
  askedBack: number
  asksBack: number
  /** How often it rang and nobody answered. */
  callTries: number
  /** That this end was not told yet: its telling. */
  untoldId: string | null
}

const columns = {
  ...{ id: 'm.id', townId: 'm.town_id', version: 'm.version', state: 'm.state' },
  stateSince: instantText('m.state_since'),
  ...{ opinionKind: 'o.opinion_kind', residentId: 'o.resident_id', residentName: 'o.resident_name' },
  ...{ residentPhone: 'o.resident_phone', unnamed: 'o.unnamed', forAnother: 'o.for_another' },
  ...{ deputyId: 'o.deputy_id', deputyName: 'd.name', stationName: 'st.name' },
  ...{ routedBy: 'o.routed_by', place: 'o.place' },
  deputyActs: `CASE WHEN ${isDeputy('d.id')} THEN 1 ELSE 0 END`,
  deputyOfTownship: `CASE WHEN ${isTownshipDeputy('d.id')} THEN 1 ELSE 0 END`,
  deputyBound: 'CASE WHEN d.account_id IS NULL THEN 0 ELSE 1 END',
  ...{ villageId: 'o.village_id', villageName: 'v.name', areaId: 'o.area_id' },
  areaName: `(SELECT ${areaNameSql('a', 'n')} FROM area a LEFT JOIN area n ON n.id = a.area_id WHERE a.id = o.area_id)`,
  ...{ suggestionId: 'o.suggestion_id', suggestionState: 'sm.state', firstText: 'w.text' },
  ...{ referredTo: 'o.referred_to', explanation: 'o.explanation' },
  ...{ rating: 'o.rating', ratingComment: 'o.rating_comment' },
  ...{ writtenIn: 'o.written_in', wordsById: 'o.words_by_id', createdAt: instantText('o.created_at') },
  ...{ goesTo: 'o.goes_to', timesUnsolved: 'o.times_unsolved', ratingAsked: 'o.rating_asked' },
  ...{ endedOn: 'o.ended_on', followUps: 'o.follow_ups', followedOn: 'o.followed_on' },
  followUpAnswer: 'o.follow_up_answer',
  slipCode: 'o.slip_code',
  ...{ askedBack: 'o.asked_back', asksBack: 'o.asks_back' },
  ...{ callOn: 'o.call_on', callTime: 'o.call_time', calledOn: 'o.called_on', callTries: 'o.call_tries' },
  untoldId: '(SELECT k.id FROM told_how k WHERE k.open_for_id = o.id)',
  saidMore: `CASE WHEN EXISTS (SELECT 1 FROM opinion_message x WHERE x.resident_opinion_id = o.id
    AND x.author = 'resident' AND x.withheld = 1) THEN 1 ELSE 0 END`,
  ...{ profileName: 'COALESCE(rs.profile, t.profile)', overrides: 'rs.overrides' },
}

/** The town wall is its first condition. */
const from = `FROM resident_opinion o
  JOIN matter m ON m.id = o.id
  JOIN town t ON t.id = o.town_id
  ${rulesOfMatter('o')}
  JOIN person d ON d.id = o.deputy_id
  JOIN opinion_message w ON w.resident_opinion_id = o.id AND w.position = 0
  LEFT JOIN liaison_station st ON st.id = o.liaison_station_id
  LEFT JOIN village v ON v.id = o.village_id
  LEFT JOIN suggestion s ON s.id = o.suggestion_id LEFT JOIN matter sm ON sm.id = s.id
  WHERE o.town_id = ?`

/** Begins every list of opinions. */
export const recordSql = `SELECT ${Object.entries(columns)
  .map(([name, source]) => `${source} AS ${name}`)
  .join(', ')} ${from}`

export async function readOpinion(reader: Reader, townId: string, id: string) {
  const { opinions } = await readTogether(reader, {
    opinions: part<OpinionRecord>({
      columns,
      from: `${from} AND o.id = ?`,
      order: 'o.id',
      parameters: [townId, id],
    }),
  })
  return opinions[0]
}

/** The first words, for a line of a list or a subject to start from. */
export function summaryOf(text: string): string {
  const firstSentence = text.split(/[。！？\n]/)[0]?.trim() || text.trim()
  return [...firstSentence].slice(0, 30).join('')
}

/** As sentences name the deputy. */
export const deputyOf = (opinion: Pick<OpinionRecord, 'deputyName' | 'deputyActs' | 'routedBy'>) =>
  isWithOffice(opinion) ? parties.congressOffice : deputyNamed(opinion.deputyName)

/** No deputy was there for it: the office passes it on. */
export const isWithOffice = ({ deputyActs, routedBy }: Pick<OpinionRecord, 'deputyActs' | 'routedBy'>) =>
  routedBy === 'office' && Number(deputyActs) === 0
