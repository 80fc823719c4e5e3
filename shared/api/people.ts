import * as z from 'zod/mini'
import { id, line, picked } from '../grammar/fields'
import { type UnitKind, unitKinds } from '../words/words'
import { done, get, post, showsPicture } from '../grammar/endpoint'
import { publicDeputy, seenPicture } from './stations'

export const listDeputies = get('/towns/:town/deputies', {
  who: 'anyone',
  says: '代表名录（法定公开的信息）',
  output: z.strictObject({
    deputies: z.array(
      z.extend(publicDeputy, {
        /** The villages of their district; where that names none, those of the stations where they listen. */
        villages: z.array(id()),
      }),
    ),
  }),
})

export const listUnits = get('/towns/:town/units', {
  who: 'pickUnits',
  says: '承办单位名录',
  output: z.strictObject({
    units: z.array(
      z.strictObject({
        id: id(),
        name: z.string(),
        kind: z.enum(Object.keys(unitKinds) as UnitKind[]),
        /** Whether anybody there has bound WeChat, and is told what it is given. */
        reached: z.boolean(),
      }),
    ),
  }),
})

const held = z.strictObject({
  id: id(),
  kind: z.enum(['mandate', 'post']),
  word: z.string(),
  note: z.nullable(z.string()),
  endedOn: z.nullable(z.iso.date()),
})

/** What stands beside the row of a person in the register. */
export const showPerson = get('/towns/:town/people/:id', {
  who: 'followPersons',
  says: '名册上的一个人：职务，有没有绑定微信',
  output: z.strictObject({
    held: z.array(held),
    /** Is, or was, a deputy: has a portrait. */
    isDeputy: z.boolean(),
    /** Path of the portrait below `/api`, if there is one that anyone may see. */
    portrait: z.nullable(z.string()),
    bound: z.boolean(),
    /** When the running invite ends, if one was issued. */
    invitedUntil: z.nullable(z.iso.date()),
    /** Who it is in truth, where this is a double. */
    mergedInto: z.nullable(z.strictObject({ id: id(), name: z.string() })),
  }),
})

const endBindingForm = z.strictObject({ why: line('原因', 100, { help: '例如“换了手机，用新的微信”。' }) })

/** The account is nobody of the register any more, wherever it is signed in. */
export const endBinding = post('/towns/:town/people/:id/binding/end', {
  who: 'keepPersons',
  says: '解除名册上的人和微信的绑定',
  input: endBindingForm,
  output: done,
})

/** One's own, from the account that is bound. */
export const endOwnBinding = post('/towns/:town/binding/end', {
  who: 'person',
  says: '解除自己的微信在本镇的绑定',
  output: done,
})

/** The person in the address stays; all that names the other names this one. */
export const mergePersons = post('/towns/:town/people/:id/merge', {
  who: 'keepPersons',
  says: '把重复登记的一条并到这一条，经办的事都跟过来',
  input: z.strictObject({
    version: z.int().check(z.minimum(0)),
    form: z.strictObject({
      otherId: picked('重复登记的另一条', 'person'),
      why: line('怎么知道是同一位', 100),
    }),
  }),
  output: done,
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
  input: seenPicture,
  output: done,
})

export const showPortrait = get('/towns/:town/deputies/:id/portrait', {
  who: 'anyone',
  says: '代表照片',
  /** The beginning of its digest, so that a new picture has a new address. */
  query: z.strictObject({ v: z.optional(z.string().check(z.maxLength(64))) }),
  ...showsPicture,
})
