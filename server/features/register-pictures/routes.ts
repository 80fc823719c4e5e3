import { setPortrait, showPortrait } from '../../../shared/api/people'
import { setStationPhoto, showStationPhoto } from '../../../shared/api/stations'
import { wrongField } from '../../../shared/words/refusals'
import { isDeputy } from '../../database/in-office'
import { makePicture } from '../../gateways/pictures/make-picture'
import type { Bind } from '../../http/bind'
import { setPicture, showPicture } from './pictures'

export function routes(bind: Bind) {
  bind.openRead(showPortrait, ({ reader, params: { town: townId, id }, query: { v }, context }) =>
    showPicture(reader, 'portrait', { townId, id, v, only: isDeputy('r.id') }, context),
  )
  bind.openRead(showStationPhoto, ({ reader, params: { town: townId, id }, query: { v }, context }) =>
    showPicture(reader, 'stationPhoto', { townId, id, v, only: 'r.ended_on IS NULL' }, context),
  )

  bind.upload(
    setPortrait,
    async (file) => {
      if (file === undefined) throw wrongField('portrait', '请选一张照片。')
      return makePicture('portrait', file)
    },
    async ({ tx, actor, params: { id }, input: { seen }, prepared: jpeg, now }) => {
      await setPicture(tx, actor, 'portrait', { id, jpeg, seen }, now)
      return { done: true as const }
    },
  )
  bind.upload(
    setStationPhoto,
    async (file) => {
      if (file === undefined) throw wrongField('photo', '请选一张照片。')
      return makePicture('photo', file)
    },
    async ({ tx, actor, params: { id }, input: { seen }, prepared: jpeg, now }) => {
      await setPicture(tx, actor, 'stationPhoto', { id, jpeg, seen }, now)
      return { done: true as const }
    },
  )
}
