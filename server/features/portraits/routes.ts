import { setPortrait, showPortrait } from '../../../shared/api/people'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { digestOf } from '../../database/digest'
import { Person } from '../../database/entities/people/person'
import { Portrait } from '../../database/entities/people/portrait'
import { makePicture } from '../../gateways/pictures/make-picture'
import type { Bind } from '../../http/bind'
import { readCalendar } from '../../engine/read-calendar'
import { openPortraitCheck } from '../../matters/content-check/open'
import { isPortraitShownSql } from '../../matters/content-check/shown'
import { publicPictureSeconds } from '../photos/keep-seconds'
import { isDeputy } from '../../database/in-office'

export function routes(bind: Bind) {
  bind.openRead(showPortrait, async ({ reader, params, query, context }) => {
    const [row] = await reader.query<{ jpeg: Buffer; digest: string }[]>(
      `SELECT f.jpeg, f.digest FROM portrait f JOIN person p ON p.id = f.person_id
         WHERE ${isPortraitShownSql} AND p.town_id = ? AND p.id = ? AND ${isDeputy('p.id')}`,
      [params.town, params.id],
    )
    if (!row) throw new Refusal('not_found')
    context.type = 'image/jpeg'
    // Under the digest of the picture it may be kept for good: once it is taken back, no page names that address.
    const isItsOwn = query.v !== undefined && query.v.length >= 12 && row.digest.startsWith(query.v)
    context.set(
      'Cache-Control',
      isItsOwn ? 'public, max-age=31536000, immutable' : `public, max-age=${publicPictureSeconds}`,
    )
    return row.jpeg
  })

  bind.upload(
    setPortrait,
    async (file) => {
      if (file === undefined) throw wrongField('portrait', '请选一张照片。')
      return makePicture('portrait', file)
    },
    async ({ tx, actor, params, prepared, now }) => {
      const digest = digestOf(prepared)
      const [shown] = await tx.query<{ digest: string }[]>(
        `SELECT f.digest FROM portrait f JOIN person p ON p.id = f.person_id
         WHERE ${isPortraitShownSql} AND p.town_id = ? AND p.id = ?`,
        [actor.townId, params.id],
      )
      // The same picture again stands there already, and has been looked at.
      if (shown?.digest === digest) return { done: true as const }
      const found = await tx.update(
        Person,
        { id: params.id, townId: actor.townId },
        { portraitDigest: digest },
      )
      if (found.affected !== 1) throw new Refusal('not_found')
      await tx.delete(Portrait, { personId: params.id })
      await tx.insert(Portrait, { personId: params.id, digest, jpeg: prepared })
      const calendar = await readCalendar(tx, actor.townId)
      const place = { townId: actor.townId, personId: actor.person?.id ?? null, calendar, now }
      await openPortraitCheck(tx, place, params.id)
      return { done: true as const }
    },
  )
}
