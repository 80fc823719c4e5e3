import { makeCode, revokeCode } from '../../../shared/api/qr-codes'
import type { CodeTarget } from '../../../shared/words/words'
import { refresh } from '../../../server/engine/refresh'
import { bring } from '../bring'
import type { TestServer } from '../server'
import type { TestTown } from '../town'
import type { Driver } from './driver'

/** What stands on the page to which a code leads. */
const words: Readonly<Record<CodeTarget, readonly string[]>> = {
  board: ['每件建议公开五项'],
  station: ['大郭西人大代表活动室', '王建国 代表'],
  village: ['大郭西村的代表', '王建国 代表'],
  deputy: ['王建国 代表', '按住说话'],
  matter: ['办理经过', '还有话说，找大郭西村的代表'],
}

/** A code of each kind, as the office prints them. */
export async function codesOf(server: TestServer, town: TestTown) {
  const ids: Record<CodeTarget, string> = {
    ...{ board: town.id, station: town.station, village: town.village, deputy: town.deputy.id },
    matter: await bring(server, town, 'handling'),
  }
  await server.database.transaction(async (tx) => {
    await tx.query('UPDATE suggestion SET village_id = ? WHERE id = ?', [town.village, ids.matter])
    await refresh(tx, 'suggestion', town.id, ids.matter, server.clock.now())
  })
  const params = { town: town.id }
  const make = async (kind: CodeTarget) =>
    (await town.office.client.call(makeCode, { params, input: { kind, id: ids[kind] } })).scene
  const scenes = {} as Record<CodeTarget, string>
  for (const kind of Object.keys(ids) as CodeTarget[]) scenes[kind] = await make(kind)
  return {
    scenes,
    takeBack: (kind: CodeTarget) =>
      town.office.client.call(revokeCode, {
        params: { ...params, scene: scenes[kind] },
        input: { because: '门口的码被人换过' },
      }),
  }
}

/** Each leads to its own page with the right deputies, whoever scans it; from a matter one goes on to write to one. */
export async function scanEach(visitor: Driver, { scenes, takeBack }: Awaited<ReturnType<typeof codesOf>>) {
  for (const [kind, expected] of Object.entries(words)) {
    await visitor.scan(scenes[kind as CodeTarget])
    for (const word of expected) await visitor.see(word)
    await visitor.shot(`scanned-${kind}`)
  }
  await visitor.scan(scenes.matter)
  await visitor.tap('王建国 代表')
  await visitor.see('按住说话')
  await takeBack('village')
  await visitor.scan(scenes.village)
  await visitor.see('这张码已经停用。')
  await visitor.tap('去禾丰坝镇首页')
  await visitor.see('说给代表听')
}
