import {
  planSiteReview,
  showSiteReview,
  siteReviewSteps,
} from '../../../../shared/matters/site-review/endpoints'
import { siteReviewTable } from '../../../../shared/matters/site-review/table'
import { bring } from '../../bring'
import type { TestServer } from '../../server'
import { forms, step } from '../../suggestion'
import type { Peopled, Who } from '../people'
import type { Matter, Story } from '../story'

async function live(server: TestServer, { town }: Peopled): Promise<Matter[]> {
  const made: Matter[] = []
  const plan = async (heldOn = '2026-12-10') =>
    town.office.client.call(planSiteReview, {
      params: { town: town.id },
      input: {
        heldOn,
        place: '大郭西村委会',
        suggestionIds: [await bring(server, town, 'handling')],
        deputyIds: [town.otherDeputy.id],
      },
    })
  const keep = ({ id, version, state }: Awaited<ReturnType<typeof plan>>, name: typeof state) =>
    made.push({ id, version, state, name })
  keep(await plan(), 'planned')
  const { id, version } = await plan()
  const calledOff = await town.office.client.call(siteReviewSteps.callOff, {
    params: { town: town.id, id },
    input: { version, form: known.callOff },
  })
  keep(calledOff, 'calledOff')
  const { id: last, matters } = await plan('2026-11-23')
  for (const matter of matters)
    await step(town, town.office, matter.id, 'recordSiteFinding', forms(town).recordSiteFinding)
  const found = await town.office.client.call(showSiteReview, { params: { town: town.id, id: last } })
  keep(found, 'held')
  return made
}

const known = {
  move: { heldOn: '2026-12-17', place: '镇政府门口', reason: '要下雨。' },
  callOff: { reason: '路断了。' },
  finish: { reason: '已经办结了。' },
}

export const siteReviewStory: Story = {
  table: siteReviewTable,
  steps: siteReviewSteps,
  show: showSiteReview,
  live,
  standing: (who: Who) =>
    who === 'office' ? ['congressOffice'] : who === 'presidium' ? ['presidium'] : 'not_allowed',
  shut: (action, { state }) =>
    action === 'finish' ? 'nothing_found_yet' : state === 'held' ? 'site_review_recorded' : undefined,
  form: (_, action) => known[action as keyof typeof known],
  facts: () => ({ found: 'some' }),
}
