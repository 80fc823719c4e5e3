import { Refusal } from '../../../shared/words/refusals'
import type { CodeTarget } from '../../../shared/words/words'
import { QrCode } from '../../database/entities/people/qr-code'
import { newId } from '../../database/id'
import type { Reader, Tx } from '../../database/source'
import { isDuplicate } from '../../database/sql-errors'
import type { CodeImage } from '../../gateways/wechat/make-code'
import { refusalOf } from '../../gateways/wechat/refusal'
import type { Wechat } from '../../gateways/wechat/wechat'
import type { Actor } from '../../http/actor'
import { writeAudit } from '../../engine/write-audit'
import { liveFor, liveScene } from './queries'
import { readTarget, targetInTown } from './targets'

/** Where every code opens the mini-program; that page finds out how to go on. */
const page = 'pages/scan'

interface Wanted {
  kind: CodeTarget
  id: string
}

export interface Drawn {
  scene: string
  image: CodeImage
}

/** Asks WeChat for a picture where there is none yet. @throws Refusal `not_found`, `unavailable` */
export async function drawCode(reader: Reader, wechat: Wechat, townId: string, { kind, id }: Wanted) {
  await targetInTown(reader, townId, kind, id)
  if ((await liveScene(reader, townId, kind, id)) !== undefined) return undefined
  const scene = `q${newId()}`
  const image = await wechat.makeCode(scene, page).catch((error: unknown) => {
    throw refusalOf(error, '暂时取不到小程序码')
  })
  return { scene, image }
}

/** @returns the scene of the code in force: the one that was there, or the one just drawn. @throws Refusal `busy` */
export async function keepCode(
  tx: Tx,
  actor: Actor,
  { kind, id }: Wanted,
  drawn: Drawn | undefined,
  now: Date,
): Promise<string> {
  const before = await liveScene(tx, actor.townId, kind, id)
  if (before !== undefined) return before
  // Somebody has taken back the code that was there a moment ago.
  if (drawn === undefined) throw new Refusal('busy')
  try {
    await tx.insert(QrCode, {
      scene: drawn.scene,
      townId: actor.townId,
      targetKind: kind,
      targetId: id,
      liveFor: liveFor(kind, id),
      contentType: drawn.image.contentType,
      image: drawn.image.bytes,
      createdAt: now,
      createdById: actor.person?.id ?? '',
      revokedAt: null,
      revokedById: null,
      revokedBecause: null,
    })
  } catch (error) {
    if (isDuplicate(error)) throw new Refusal('busy')
    throw error
  }
  return drawn.scene
}

/** Takes a code back for good: what hangs on the wall stays, but leads to a page that says so. @throws Refusal `not_found`, `code_revoked` */
export async function takeBack(tx: Tx, actor: Actor, scene: string, because: string, now: Date) {
  const code = await tx.findOneBy(QrCode, { townId: actor.townId, scene })
  if (!code) throw new Refusal('not_found')
  const revoked = await tx
    .createQueryBuilder()
    .update(QrCode)
    .set({ liveFor: null, revokedAt: now, revokedById: actor.person?.id ?? null, revokedBecause: because })
    .where('scene = :scene AND revoked_at IS NULL', { scene })
    .execute()
  if (revoked.affected !== 1) throw new Refusal('code_revoked')
  const target = await readTarget(tx, actor.townId, code.targetKind as CodeTarget, code.targetId)
  await writeAudit(
    tx,
    {
      townId: actor.townId,
      personId: actor.person?.id ?? null,
      what: `小程序码：${target?.name ?? '不在名单上了'}`,
      fromValue: '使用',
      toValue: '停用',
      reason: because,
    },
    now,
  )
}
