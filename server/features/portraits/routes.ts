import { setPortrait, showPortrait } from '../../../shared/api/people'
import { Refusal, wrongField } from '../../../shared/refusals'
import { digestOf } from '../../database/digest'
import { Person } from '../../database/entities/person'
import { Portrait } from '../../database/entities/portrait'
import { makePicture } from '../../gateways/pictures/make-picture'
import type { Bind } from '../../http/bind'

export function portraitRoutes(bind: Bind) {
  bind.publicRead(
    showPortrait,
    async ({ reader, params, context }) => {
      const [row] = await reader.query<{ jpeg: Buffer }[]>(
        `SELECT f.jpeg FROM portrait f JOIN person p ON p.id = f.person_id
         WHERE p.town_id = ? AND p.id = ? AND EXISTS (SELECT 1 FROM mandate m WHERE m.person_id = p.id)`,
        [params.town, params.id],
      )
      if (!row) throw new Refusal('not_found')
      context.type = 'image/jpeg'
      // The address carries the digest of the picture, so it may be kept for good.
      context.set('Cache-Control', 'public, max-age=31536000, immutable')
      return row.jpeg
    },
    { fresh: true },
  )

  bind.upload(
    setPortrait,
    async (file) => {
      if (file === undefined) throw wrongField('portrait', '请选一张照片。')
      return makePicture('portrait', file)
    },
    async ({ tx, actor, params, prepared }) => {
      const digest = digestOf(prepared)
      const found = await tx.update(
        Person,
        { id: params.id, townId: actor.townId },
        { portraitDigest: digest },
      )
      if (found.affected !== 1) throw new Refusal('not_found')
      await tx.delete(Portrait, { personId: params.id })
      await tx.insert(Portrait, { personId: params.id, digest, jpeg: prepared })
      return { done: true as const }
    },
  )
}
