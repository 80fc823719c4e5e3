import type { InputOf } from '../../../shared/grammar/endpoint'
import type { AnyMatterView } from '../../../shared/grammar/matter-view'
import {
  answerAppeal,
  appealDisqualification,
  disqualifyUnit,
  listAwardStandings,
  showOwnAwardStanding,
  type UnitStanding,
} from '../../../shared/matters/award-standing/endpoints'
import { awardStandingTable } from '../../../shared/matters/award-standing/table'
import { mayDo } from '../../../shared/permissions'
import { ask } from '../client/ask'
import { loadMe, rolesIn } from '../client/me'
import type { Values } from '../hooks/use-form'
import { loadMatter, titleOfAny } from './any-matter'
import type { MatterParts } from './matter-parts'
import { StandingCard } from './standing-card'

/** 评先资格 of one unit in one year, with what is counted for it. */
type View = AnyMatterView & { standing: UnitStanding | undefined }

const yearOf = ({ number }: AnyMatterView) => ({ year: number ?? undefined })

async function load(town: string, id: string): Promise<View> {
  const [view, me] = await Promise.all([loadMatter('awardStanding', town, id), loadMe()])
  const ofAll = mayDo('followAwardStandings', rolesIn(me, town))
  const endpoint = ofAll ? listAwardStandings : showOwnAwardStanding
  const { units } = await ask(endpoint, { params: { town }, query: yearOf(view) })
  return { ...view, standing: units.find(({ unit }) => unit.id === view.unitId) }
}

function send(town: string, view: View, step: string, form: Values, key: string) {
  const rest = { query: yearOf(view), key }
  if (step === 'disqualify')
    return ask(disqualifyUnit, {
      params: { town, unit: view.unitId ?? '' },
      input: form as InputOf<typeof disqualifyUnit>,
      ...rest,
    })
  const params = { town, id: view.id }
  return step === 'appeal'
    ? ask(appealDisqualification, { params, input: form as InputOf<typeof appealDisqualification>, ...rest })
    : ask(answerAppeal, { params, input: form as InputOf<typeof answerAppeal>, ...rest })
}

export const awardStandingMatter: MatterParts<View> = {
  table: awardStandingTable,
  word: awardStandingTable.word,
  load,
  async take(town, view, step, form, key) {
    await send(town, view, step, form, key)
    return load(town, view.id)
  },
  head: titleOfAny,
  below: ({ town, view }) => (view.standing ? <StandingCard town={town} standing={view.standing} /> : null),
}
