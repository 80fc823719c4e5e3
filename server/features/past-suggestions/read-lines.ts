import * as z from 'zod/mini'
import { unlikelyDays } from '../../../shared/grammar/days-in'
import { type FieldForm, fieldForms } from '../../../shared/grammar/fields'
import {
  inOrder,
  neededFor,
  pastEnded,
  type PastState,
  type PastSuggestion,
  pastStates,
  pastSuggestion,
} from '../../../shared/matters/suggestion/past'
import type { Day } from '../../../shared/rules/days'
import { wrongField } from '../../../shared/words/refusals'
import { inWords } from '../../../shared/words/sentences'
import type { Option } from '../../engine/registers/kept-register'
import type { Options } from '../../engine/registers/read-line'
import { valueOfWord } from '../../engine/registers/words-of'
import type { Table } from '../registers/parse-table'
import { type Column, linesUnder } from '../registers/read-table'

export const columns: Column[] = fieldForms(pastSuggestion).map(([name, { label }]) => ({
  name,
  heading: label,
}))
const formOf = Object.fromEntries(fieldForms(pastSuggestion)) as Record<keyof PastSuggestion, FieldForm>
const headingOf = (name: keyof PastSuggestion) => `“${formOf[name].label}”`

export interface PastLine {
  row: number
  title: string
  /** Undefined where something is wrong with it. */
  form: PastSuggestion | undefined
  why: string[]
}

/** What each line says, and what is wrong with it by itself. @throws Refusal `bad_input` where no heading is known */
export function readLines(table: Table, options: Options, today: Day) {
  const { lines, notices } = linesUnder(columns, [], table)
  if (lines.length > mostLines)
    throw wrongField('table', `有 ${lines.length} 行，一次最多 ${mostLines} 行，请拆成几个文件分别导入。`)
  return {
    lines: lines.map(({ row, words, wrong }): PastLine => {
      const why = [...wrong]
      const given = Object.fromEntries(
        fieldForms(pastSuggestion).flatMap(([name, form]) => {
          const value = valueOfWord(form, words[name] ?? '', optionsOf(options, form))
          if ('wrong' in value) why.push(`${form.label}：${value.wrong}。`)
          return 'wrong' in value || value.value === undefined ? [] : [[name, value.value]]
        }),
      )
      const checked = z.safeParse(pastSuggestion, given, { error: inWords(pastSuggestion) })
      if (why.length === 0 && !checked.success)
        why.push(...checked.error.issues.map(({ message }) => message))
      if (why.length === 0 && checked.success)
        why.push(
          ...unlikelyDays(pastSuggestion, checked.data, today).map(({ message }) => message),
          ...contradictionsIn(checked.data),
        )
      const form = why.length === 0 && checked.success ? checked.data : undefined
      return { row, title: words.subject ?? '', form, why: [...new Set(why)] }
    }),
    notices,
  }
}

/** The suggestions of a term of a large town; they are written in one transaction. */
export const mostLines = 1000

const oneOf: Readonly<Record<string, string>> = { deputies: 'deputy', units: 'unit' }
const optionsOf = (options: Options, { kind }: FieldForm): readonly Option[] | undefined =>
  options.get(oneOf[kind] ?? kind)

const withoutNumber: readonly string[] = ['notAccepted', 'withdrawn'] satisfies PastState[]

function contradictionsIn(form: PastSuggestion): string[] {
  const { state, outcome, promise, promiseDueOn, resultRating, attitudeRating, consultedOn, consultedHow } =
    form
  const { coUnitIds, leadUnitId, agendaDecision } = form
  const isMotion = form.kind === 'motion'
  const missing = neededFor[state].filter((name) => form[name] === undefined).map(headingOf)
  const why = missing.length === 0 ? [] : [`“${pastStates[state]}”的请填${missing.join('、')}。`]
  const days = inOrder.flatMap((name) => (form[name] === undefined ? [] : [{ name, on: form[name] }]))
  days.forEach(({ name, on }, at) => {
    const before = days[at - 1]
    if (before && on < before.on) why.push(`${headingOf(name)}不能早于${headingOf(before.name)}，请核对。`)
  })
  if (form.coSignerIds?.includes(form.deputyId)) why.push('领衔代表不用再写成附议代表。')
  if (coUnitIds && leadUnitId === undefined) why.push(`填了${headingOf('coUnitIds')}的，请也填主办单位。`)
  if (leadUnitId && coUnitIds?.includes(leadUnitId)) why.push('主办单位不用再写成协办单位。')
  if (isMotion && agendaDecision === undefined && !withoutNumber.includes(state))
    why.push(`议案请填${headingOf('agendaDecision')}；没有列入议程的，种类写“建议”。`)
  if (!isMotion && agendaDecision !== undefined) why.push(`只有议案才填${headingOf('agendaDecision')}。`)
  if (outcome === 'cannotSolve' && form.ground === undefined)
    why.push(`“暂时不能解决”的请填${headingOf('ground')}。`)
  if ((promise === undefined) !== (promiseDueOn === undefined))
    why.push(`${headingOf('promise')}和${headingOf('promiseDueOn')}要一起填。`)
  if (promise !== undefined && pastEnded.includes(state))
    why.push(`承诺还没有办成的，“办到哪一步”请写“跟踪承诺”；已经办成的，不用填${headingOf('promise')}。`)
  if (attitudeRating !== undefined && resultRating === undefined)
    why.push(`填了${headingOf('attitudeRating')}的，请也填${headingOf('resultRating')}。`)
  if ((consultedOn === undefined) !== (consultedHow === undefined))
    why.push(`${headingOf('consultedOn')}和${headingOf('consultedHow')}要一起填。`)
  if (state === 'evaluated' && resultRating !== undefined && resultRating !== 'notSatisfied')
    why.push('代表满意的，“办到哪一步”请写“已办结”或“跟踪承诺”。')
  if (state === 'replied' && resultRating !== undefined)
    why.push('已经评价的，“办到哪一步”请写“已办结”“跟踪承诺”或“不满意待处理”。')
  return why
}
