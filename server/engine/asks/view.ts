import type { AskView } from '../../../shared/grammar/ask-view'
import { type FieldForm, fieldForms } from '../../../shared/grammar/fields'
import { type AskPlan, wordsOfAsk } from '../../../shared/grammar/ask'
import type { AnyTable } from '../../../shared/grammar/matter'
import { beijingDay } from '../../../shared/rules/days'
import { parties, type Party } from '../../../shared/words/parties'
import { nameIn } from '../holders'
import type { MatterRecord } from '../kind'
import { isOwed } from './facts'
import type { Asked } from './read'

/** What was asked in a matter, as its page shows it: of a question that was sent back, what it says now. */
export function viewAsks(
  { asks = {} }: Pick<AnyTable, 'asks'>,
  { asked = [] }: MatterRecord,
  now: Date,
): AskView[] {
  const today = beijingDay(now)
  return asked.flatMap((one) => {
    const plan = asks[one.ask]
    if (plan === undefined || one.endedHow === 'withdrawn' || one.endedHow === 'sentBack') return []
    const isAgain = Number(one.no) > 1
    return [
      {
        ask: one.ask,
        words: wordsOfAsk(plan),
        roundNo: Number(one.roundNo),
        who: { id: nameIn(one.holder), name: one.name ?? parties[plan.to] },
        askedOn: one.askedOn,
        dueOn: one.dueOn,
        question: isAgain ? null : one.question,
        sentBackWhy: isAgain ? one.question : null,
        answer: one.answer === null ? null : linesOf(plan, one.answer),
        waivedWhy: one.endedHow === 'waived' ? one.endedWhy : null,
        isAwaited: isOwed(one, plan, today),
      },
    ]
  })
}

/** An answer through the form that it was given in. */
function linesOf({ steps }: AskPlan<string, Party>, answer: Exclude<Asked['answer'], null>) {
  const values = JSON.parse(answer) as Readonly<Record<string, unknown>>
  const form = Object.values(steps).find(({ does }) => does === 'answer')?.input
  return (form === undefined ? [] : fieldForms(form)).flatMap(([name, field]) => {
    const text = wordOf(field, values[name])
    return text === '' ? [] : [{ label: field.label, text }]
  })
}

function wordOf({ kind, options = {}, label }: FieldForm, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (kind === 'tick') return label
  const words = (Array.isArray(value) ? value : [value]).map((one) =>
    typeof one === 'string' ? one : JSON.stringify(one),
  )
  return words.map((one) => options[one] ?? one).join('、')
}
