import type { OpinionState } from '../../../shared/matters/opinion/table'
import type { SuggestionState } from '../../../shared/matters/suggestion/states'
import { deputyNamed } from '../../../shared/words/messages'
import type { OpinionKind, referrals, Satisfaction } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { matterColumns, type MatterRecord } from '../../engine/kind'
import { keptRules, rulesOfMatter } from '../../features/rules/rule-set'

/** A resident's opinion with all that its table needs to decide about it. */
export interface OpinionRecord extends MatterRecord<OpinionState> {
  opinionKind: OpinionKind
  residentId: string
  residentName: string | null
  residentPhone: string | null
  unnamed: number
  forAnother: number
  deputyId: string
  deputyName: string
  stationName: string | null
  villageId: string | null
  villageName: string | null
  suggestionId: string | null
  suggestionState: SuggestionState | null
  firstText: string
  referredTo: keyof typeof referrals | null
  explanation: string | null
  rating: Satisfaction | null
  ratingComment: string | null
  writtenIn: OpinionState | null
  wordsById: string | null
}

/** Begins every read of opinions; the town wall is its first condition. */
export const recordSql = `
  SELECT ${matterColumns}, o.opinion_kind AS opinionKind,
    o.resident_id AS residentId, o.resident_name AS residentName, o.resident_phone AS residentPhone,
    o.unnamed, o.for_another AS forAnother,
    o.deputy_id AS deputyId, d.name AS deputyName, st.name AS stationName,
    o.village_id AS villageId, v.name AS villageName,
    o.suggestion_id AS suggestionId, sm.state AS suggestionState, w.text AS firstText,
    o.referred_to AS referredTo, o.explanation, o.rating, o.rating_comment AS ratingComment,
    o.written_in AS writtenIn, o.words_by_id AS wordsById, ${keptRules}
  FROM resident_opinion o
  JOIN matter m ON m.id = o.id
  JOIN town t ON t.id = o.town_id
  ${rulesOfMatter('o')}
  JOIN person d ON d.id = o.deputy_id
  JOIN opinion_message w ON w.resident_opinion_id = o.id AND w.position = 0
  LEFT JOIN liaison_station st ON st.id = o.liaison_station_id
  LEFT JOIN village v ON v.id = o.village_id
  LEFT JOIN suggestion s ON s.id = o.suggestion_id LEFT JOIN matter sm ON sm.id = s.id
  WHERE o.town_id = ?`

export async function readOpinion(reader: Reader, townId: string, id: string) {
  const [record] = await reader.query<OpinionRecord[]>(`${recordSql} AND o.id = ?`, [townId, id])
  return record
}

/** The first words, for a line of a list or a subject to start from. */
export function summaryOf(text: string): string {
  const firstSentence = text.split(/[。！？\n]/)[0]?.trim() || text.trim()
  return [...firstSentence].slice(0, 30).join('')
}

/** As sentences name the deputy. */
export const deputyOf = ({ deputyName }: Pick<OpinionRecord, 'deputyName'>) => deputyNamed(deputyName)
