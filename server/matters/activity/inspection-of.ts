import type { InputOf } from '../../../shared/grammar/endpoint'
import type { announceActivity } from '../../../shared/matters/activity/endpoints'
import { linesIn, mostArticles, mostSites } from '../../../shared/matters/activity/inspecting'
import { inspectingKinds } from '../../../shared/matters/activity/kinds'
import { wrongField } from '../../../shared/words/refusals'
import type { Tx } from '../../database/source'
import { unitsInTown } from '../../features/people/in-town'

/** What an inspection says besides: where it goes, and of a law check which articles. @throws Refusal `bad_input` */
export async function inspectionOf(tx: Tx, townId: string, input: InputOf<typeof announceActivity>) {
  const nothing = { sites: null, unitId: null, unannounced: false, law: null, articles: null }
  const rest = { questions: null, noFindingBecause: null }
  if (!inspectingKinds.includes(input.activityKind)) return { ...nothing, ...rest }
  const sites = linesIn(input.sites)
  if (sites.length === 0) throw wrongField('sites', '请写看哪几处，一行一处。')
  if (sites.length > mostSites)
    throw wrongField('sites', `最多 ${mostSites} 处，现在有 ${sites.length} 处，请分两次去。`)
  if (input.unitId !== undefined) await unitsInTown(tx, townId, [input.unitId], 'unitId')
  const { unitId = null, unannounced } = input
  return {
    ...{ sites: sites.join('\n'), unitId, unannounced: unannounced === 'untold' },
    ...lawOf(input),
    ...rest,
  }
}

function lawOf({ activityKind, law, articles }: InputOf<typeof announceActivity>) {
  if (activityKind !== 'lawEnforcementInspection') return { law: null, articles: null }
  if (law === undefined) throw wrongField('law', '请写检查哪部法。')
  const those = linesIn(articles)
  if (those.length === 0) throw wrongField('articles', '请写查哪几条，一行一条。')
  if (those.length > mostArticles)
    throw wrongField('articles', `最多 ${mostArticles} 条，现在有 ${those.length} 条，请挑要紧的。`)
  return { law, articles: those.join('\n') }
}
