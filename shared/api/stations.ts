import * as z from 'zod/mini'
import { id, mapPlaceShape } from '../grammar/fields'
import { congressLevels, type CongressLevel, stationKinds, type StationKind } from '../words/words'
import { fiveDisclosures } from './board'
import { done, get, post, showsPicture } from '../grammar/endpoint'

/** What the law lets everyone know of a deputy (代表法 art. 58); never the phone number. */
export const publicDeputy = z.strictObject({
  id: id(),
  name: z.string(),
  levels: z.array(z.enum(Object.keys(congressLevels) as CongressLevel[])),
  group: z.nullable(z.string()),
  district: z.nullable(z.string()),
  occupation: z.nullable(z.string()),
  /** Path of the portrait below `/api`, if there is one. */
  portrait: z.nullable(z.string()),
})
export type PublicDeputy = z.output<typeof publicDeputy>

export const stationPage = z.strictObject({
  id: id(),
  townId: id(),
  townName: z.string(),
  name: z.string(),
  kind: z.enum(Object.keys(stationKinds) as StationKind[]),
  village: z.nullable(z.strictObject({ id: id(), name: z.string() })),
  address: z.nullable(z.string()),
  /** Path of the photo below `/api`, if there is one. */
  photo: z.nullable(z.string()),
  /** Latitude, then longitude, where somebody has looked it up. */
  mapPlace: z.nullable(z.string().check(z.regex(mapPlaceShape))),
  /** 站长. */
  manager: z.nullable(z.string()),
  openingHours: z.nullable(z.string()),
  /** This week's turn first. */
  onDuty: z.nullable(publicDeputy),
  deputies: z.array(publicDeputy),
  nextReceptionDay: z.nullable(z.strictObject({ on: z.iso.date(), time: z.string() })),
  /** The last opening of its letter box; null where nobody has opened one. */
  box: z.nullable(z.strictObject({ openedOn: z.iso.date(), letters: z.int() })),
  /** The issue of its 五公开 poster that is in force, so that whoever stands before another one sees it. */
  poster: z.nullable(z.strictObject({ issueNo: z.int(), asOf: z.iso.date(), nextOn: z.iso.date() })),
  inHand: z.array(fiveDisclosures),
  inHandCount: z.int(),
  confirmedCount: z.int(),
})
export type StationPage = z.output<typeof stationPage>

export const showStation = get('/towns/:town/stations/:id', {
  who: 'anyone',
  says: '站点首页：谁在值守、下次接访日、本村正在办的事',
  output: stationPage,
})

/** Which picture stood there, by its address, null where there was none: whoever comes second is told who was first. */
export const seenPicture = z.strictObject({
  seen: z.optional(z.nullable(z.string().check(z.regex(/^\/towns\/[\w/]{1,120}\?v=[0-9a-f]{12}$/)))),
})

/** Multipart, one file in the field `photo`; re-encoded, so that place and camera data never get in. */
export const setStationPhoto = post('/towns/:town/stations/:id/photo', {
  who: 'keepPlaces',
  says: '上传站点照片（JPEG、PNG 或 WebP，10 MB 以内），站点首页会公开',
  file: 'photo',
  input: seenPicture,
  output: done,
})

export const showStationPhoto = get('/towns/:town/stations/:id/photo', {
  who: 'anyone',
  says: '站点照片',
  /** The beginning of its digest, so that a new picture has a new address. */
  query: z.strictObject({ v: z.optional(z.string().check(z.maxLength(64))) }),
  ...showsPicture,
})
