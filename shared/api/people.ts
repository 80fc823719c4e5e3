import * as z from 'zod/mini'
import { id } from '../grammar/fields'
import { type UnitKind, unitKinds } from '../words/words'
import { cursor, done, get, pageOf, post, showsPicture } from '../grammar/endpoint'
import { publicDeputy } from './stations'

export const listDeputies = get('/towns/:town/deputies', {
  who: 'anyone',
  says: '代表名录（法定公开的信息）',
  output: z.strictObject({ deputies: z.array(publicDeputy) }),
})

export const listUnits = get('/towns/:town/units', {
  who: 'pickUnits',
  says: '承办单位名录',
  output: z.strictObject({
    units: z.array(
      z.strictObject({ id: id(), name: z.string(), kind: z.enum(Object.keys(unitKinds) as UnitKind[]) }),
    ),
  }),
})

export const listRoster = get('/towns/:town/roster', {
  who: 'invite',
  says: '名册上的人，以及各自是否已绑定微信',
  query: z.strictObject({ cursor, bound: z.optional(z.enum(['yes', 'no'])) }),
  output: pageOf(
    z.strictObject({
      id: id(),
      name: z.string(),
      titles: z.array(z.string()),
      isDeputy: z.boolean(),
      bound: z.boolean(),
      /** When the running invite ends, if one was issued. */
      invitedUntil: z.nullable(z.iso.date()),
    }),
  ),
})

/** The code is shown once; only its keyed hash is kept. A new one ends the one before. */
export const createInvite = post('/towns/:town/people/:id/invite', {
  secret: true,
  who: 'invite',
  says: '给名册上的人开一个一次性邀请码',
  output: z.strictObject({ code: z.string(), name: z.string(), validUntil: z.iso.date() }),
})

/** Multipart, one file in the field `portrait`; re-encoded, so that place and camera data never get in. */
export const setPortrait = post('/towns/:town/deputies/:id/portrait', {
  who: 'setPortrait',
  says: '上传代表照片（JPEG、PNG 或 WebP，10 MB 以内）',
  file: 'portrait',
  output: done,
})

export const showPortrait = get('/towns/:town/deputies/:id/portrait', {
  who: 'anyone',
  says: '代表照片',
  /** The beginning of its digest, so that a new picture has a new address. */
  query: z.strictObject({ v: z.optional(z.string().check(z.maxLength(64))) }),
  ...showsPicture,
})
