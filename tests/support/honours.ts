import {
  awardSteps,
  listAwards,
  listPublicAwards,
  proposeAward,
  showAward,
} from '../../shared/matters/award/endpoints'
import type { AwardAction } from '../../shared/matters/award/table'
import { honourCampaigns } from '../../shared/registers/honour-campaigns'
import { createClient } from './client'
import type { TestServer } from './server'
import type { TestPerson, TestTown } from './town'

export const fiveCriteria = ['政治可靠', '学习努力', '联系群众', '敢讲真话', '办成实事'].join('\n')
export const byMeeting = { decidedHow: '第 9 次主席团会议' }

/** Praise in a town, as office, presidium and everyone have it. */
export function honoursIn(server: TestServer, town: TestTown) {
  const params = { town: town.id }
  const phone = createClient(server.url)
  const see = (id: string, { client }: TestPerson = town.office) =>
    client.call(showAward, { params: { ...params, id } })

  const campaign = async (name = '五好代表') =>
    (
      await town.office.client.call(honourCampaigns.endpoints.add, {
        params,
        input: { name, fromYear: 2026, criteria: fiveCriteria },
      })
    ).id

  const propose = async (more: object, by = town.office) => {
    const input = { year: 2026, awardKind: 'deputy' as const, deeds: '走访 40 户，修好两座桥。', ...more }
    return (await by.client.call(proposeAward, { params, input })).id
  }

  async function asked(id: string, action: AwardAction, form: object, by = town.presidium) {
    const { version } = await see(id)
    server.clock.advance({ seconds: 5 })
    const answer = await by.client.ask(awardSteps[action] as (typeof awardSteps)['revoke'], {
      params: { ...params, id },
      input: { version, form: form as { decidedHow: string; reason: string } },
    })
    return { code: undefined, message: undefined, fields: undefined, ...answer }
  }

  async function step(id: string, action: AwardAction, form: object, by?: TestPerson) {
    const answer = await asked(id, action, form, by)
    if (answer.code !== undefined)
      throw new Error(`${action}: ${answer.message} ${JSON.stringify(answer.fields)}`)
  }

  const everyone = async () => (await phone.call(listPublicAwards, { params, query: {} })).items
  const all = async () => (await town.office.client.call(listAwards, { params, query: {} })).items
  return { see, campaign, propose, asked, step, everyone, all, phone }
}
