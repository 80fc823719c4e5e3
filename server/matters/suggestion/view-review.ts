import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { beijingDay } from '../../../shared/rules/days'
import type { Check, Disposition, refusalGrounds } from '../../../shared/words/words'
import type { Reader } from '../../database/source'
import { isoInstant } from '../../database/sql'

/** The last verdict of the review: who looked, how each of the three checks went, and what becomes of a refusal. */
export async function viewReview(reader: Reader, id: string): Promise<SuggestionView['review']> {
  const [review] = await reader.query<
    {
      id: string
      verdict: 'accepted' | 'revision' | 'refused'
      ground: keyof typeof refusalGrounds | null
      reason: string | null
      disposition: Disposition | null
      letterUnit: string | null
      checker: string | null
      at: string
    }[]
  >(
    `SELECT v.id, v.verdict, v.ground, v.reason, v.disposition, u.name AS letterUnit, p.name AS checker, v.at
     FROM review v LEFT JOIN handling_unit u ON u.id = v.letter_unit_id LEFT JOIN person p ON p.id = v.person_id
     WHERE v.suggestion_id = ? ORDER BY v.version DESC LIMIT 1`,
    [id],
  )
  if (!review) return null
  const { id: reviewId, checker, at, ...verdict } = review
  const checks = await reader.query<{ check: Check; passed: number; note: string | null }[]>(
    'SELECT check_name AS `check`, passed, note FROM review_check WHERE review_id = ? ORDER BY check_name',
    [reviewId],
  )
  return {
    ...verdict,
    checks: checks.map(({ passed, ...check }) => ({ ...check, passed: passed === 1 })),
    failedChecks: checks.filter(({ passed }) => passed === 0).map(({ check }) => check),
    checker: checker ?? '',
    on: beijingDay(new Date(isoInstant(at))),
  }
}
