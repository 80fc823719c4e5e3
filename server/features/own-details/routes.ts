import {
  givePhone,
  removeAvatar,
  removePhone,
  setAvatar,
  showAvatar,
  showOwnDetails,
} from '../../../shared/api/own-details'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { Avatar } from '../../database/entities/people/avatar'
import { makePicture } from '../../gateways/pictures/make-picture'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { fetchPhone, keepPhone, masked, takeBackPhone } from './given-phones'
import { asSeen, readDetails } from './seen'

export function routes(bind: Bind, { wechat, env }: RouteParts) {
  const { secretKey } = env
  bind.read(showOwnDetails, ({ reader, actor }) => readDetails(reader, secretKey, actor))

  bind.writeAfter(
    givePhone,
    async ({ reader, actor, input }) => {
      // Before the code is used up: it is good once.
      await asSeen(reader, secretKey, actor, input.version)
      return fetchPhone(reader, wechat, actor, input.code)
    },
    async ({ tx, actor, input, prepared, now }) => {
      await asSeen(tx, secretKey, actor, input.version)
      await keepPhone(tx, secretKey, actor, prepared, now)
      return { phone: masked(prepared) }
    },
  )

  bind.write(removePhone, async ({ tx, actor, input }) => {
    await asSeen(tx, secretKey, actor, input.version)
    await takeBackPhone(tx, actor)
    return { done: true as const }
  })

  bind.upload(
    setAvatar,
    async (file) => {
      if (file === undefined) throw wrongField('avatar', '请选一张图片。')
      return makePicture('avatar', file)
    },
    async ({ tx, actor, input, prepared, now }) => {
      await asSeen(tx, secretKey, actor, input.version)
      const { townId, accountId } = actor
      await tx.delete(Avatar, { townId, accountId })
      await tx.insert(Avatar, { townId, accountId, jpeg: prepared, chosenAt: now })
      return { done: true as const }
    },
  )

  bind.read(showAvatar, async ({ reader, actor, context }) => {
    const [row] = await reader.query<{ jpeg: Buffer }[]>(
      'SELECT jpeg FROM avatar WHERE town_id = ? AND account_id = ?',
      [actor.townId, actor.accountId],
    )
    if (!row) throw new Refusal('not_found')
    context.type = 'image/jpeg'
    context.set('Cache-Control', 'private, no-store')
    return row.jpeg
  })

  bind.write(removeAvatar, async ({ tx, actor, input }) => {
    await asSeen(tx, secretKey, actor, input.version)
    const { townId, accountId } = actor
    await tx.delete(Avatar, { townId, accountId })
    return { done: true as const }
  })
}
