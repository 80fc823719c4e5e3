import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { beijingDay } from '../../../shared/rules/days'
import type { Check, Disposition, refusalGrounds } from '../../../shared/words/words'
import { instantText, isoInstant } from '../../database/sql'
import { part, type RowsOf } from '../../database/together'

export const partsOfReview = (id: string) => ({
  reviews: part<{
    id: string
    verdict: 'accepted' | 'revision' | 'refused'
    ground: keyof typeof refusalGrounds | null
    reason: string | null
    disposition: Disposition | null
    letterUnit: string | null
    checker: string | null
    at: string
  }>({
    columns: {
      id: 'v.id',
      verdict: 'v.verdict',
      ground: 'v.ground',
      reason: 'v.reason',
      disposition: 'v.disposition',
      letterUnit: 'u.name',
      checker: 'p.name',
      at: instantText('v.at'),
    },
    from: `FROM review v LEFT JOIN handling_unit u ON u.id = v.letter_unit_id
      LEFT JOIN person p ON p.id = v.person_id WHERE v.suggestion_id = ?`,
    order: 'v.version DESC',
    parameters: [id],
  }),
  checks: part<{ reviewId: string; check: Check; passed: number; note: string | null }>({
    columns: { reviewId: 'k.review_id', check: 'k.check_name', passed: 'k.passed', note: 'k.note' },
    from: 'FROM review v JOIN review_check k ON k.review_id = v.id WHERE v.suggestion_id = ?',
    order: 'k.check_name',
    parameters: [id],
  }),
})

/** The last verdict of the review: who looked, how each of the three checks went, and what becomes of a refusal. */
export function presentReview(rows: RowsOf<ReturnType<typeof partsOfReview>>): SuggestionView['review'] {
  const [review] = rows.reviews
  if (!review) return null
  const { id, checker, at, ...verdict } = review
  const checks = rows.checks.filter(({ reviewId }) => reviewId === id)
  return {
    ...verdict,
    checks: checks.map(({ check, passed, note }) => ({ check, passed: passed === 1, note })),
    failedChecks: checks.filter(({ passed }) => passed === 0).map(({ check }) => check),
    checker: checker ?? '',
    on: beijingDay(new Date(isoInstant(at))),
  }
}
