import type * as z from 'zod/mini'
import {
  fewestQuestions,
  linesIn,
  mostFindings,
  mostQuestions,
} from '../../../shared/matters/activity/inspecting'
import type { activityActions } from '../../../shared/matters/activity/table'
import { wrongField } from '../../../shared/words/refusals'
import { Activity } from '../../database/entities/matters/activity'
import { Finding } from '../../database/entities/matters/finding'
import { newId } from '../../database/id'
import type { Effect, StepOf } from '../../engine/kind'
import { unitsInTown } from '../../features/people/in-town'
import { ruleSetNow } from '../../features/rules/rule-set'
import { says } from './joining'
import type { ActivityRecord } from './record'

type Inspecting = 'listQuestions' | 'changeQuestions' | 'standAside' | 'noteFinding' | 'dropFinding'
type FormOf<A extends Inspecting | 'report'> = z.output<(typeof activityActions)[A]['input']>
type Step = StepOf<ActivityRecord>

async function keepQuestions({ tx, record }: Step, all: readonly string[]) {
  if (all.length > mostQuestions)
    throw wrongField('questions', `最多 ${mostQuestions} 个问题，现在有 ${all.length} 个，请合并几个。`)
  await tx.update(Activity, { id: record.id }, { questions: all.join('\n') })
}

export const inspecting: { readonly [A in Inspecting]?: Effect<ActivityRecord> } = {
  async listQuestions(step) {
    const { record } = step
    const fresh = linesIn((step.form as FormOf<'listQuestions'>).questions)
    const all = [...new Set([...record.questions, ...fresh])]
    await keepQuestions(step, all)
    const isReady = record.questions.length < fewestQuestions && all.length >= fewestQuestions
    return { reason: fresh.join('\n'), ...(isReady ? { count: String(all.length) } : {}) }
  },
  async changeQuestions(step) {
    const all = linesIn((step.form as FormOf<'changeQuestions'>).questions)
    await keepQuestions(step, all)
    return { reason: all.join('\n') }
  },
  async standAside(step) {
    const { asker } = step
    const self = 'system' in asker ? null : asker.person
    await says(step, self?.id ?? '', { attends: 'standsAside', at: step.now })
    return { other: self?.name ?? '' }
  },
  async noteFinding({ tx, record, form, now }) {
    const { site = null, lawArticle = null, ...rest } = form as FormOf<'noteFinding'>
    if (record.findings.length >= mostFindings)
      throw wrongField('problem', `一次最多记 ${mostFindings} 条，请把相近的合成一条。`)
    await unitsInTown(tx, record.townId, [rest.unitId], 'unitId')
    await tx.insert(Finding, {
      ...{ id: newId(), townId: record.townId, activityId: record.id, ...rest, site, lawArticle },
      ...{ position: 1 + (record.findings.at(-1)?.position ?? 0), result: null },
      ruleSetId: await ruleSetNow(tx, record.townId, now),
    })
    // The same is often wrong at several places.
    return { reason: [site, rest.seen, rest.problem].filter((one) => one !== null).join('：') }
  },
  async dropFinding({ tx, record, form }) {
    const { findingId } = form as FormOf<'dropFinding'>
    const found = record.findings.find(({ id }) => id === findingId)
    if (found === undefined) throw wrongField('findingId', '没有这一条，请重新选择。')
    await tx.delete(Finding, { id: found.id, activityId: record.id })
    return { reason: found.problem }
  },
}

const fewestSignsOfNone = 30

/** @throws Refusal `bad_input` where an inspection neither found something nor says why nothing */
export function refuseWithoutFinding(record: ActivityRecord, because: string | undefined) {
  const found = record.findings.length
  if (found > 0 && because !== undefined)
    throw wrongField('noFindingBecause', `已经记了 ${found} 条问题，这一栏不用填；记错了的先去掉那一条。`)
  if (found === 0 && [...(because ?? '')].length < fewestSignsOfNone)
    throw wrongField(
      'noFindingBecause',
      `没有发现问题要写明为什么，至少 ${fewestSignsOfNone} 个字：看了哪里、查了什么。发现了问题的，先记下来。`,
    )
}
