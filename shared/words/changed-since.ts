import type { FieldChange } from '../grammar/register'
import { type Day, spokenInstant } from '../rules/days'

/** One field of it, in words. */
export const sayChange = ({ label, from, to }: FieldChange) =>
  from === null ? `${label}：${to ?? ''}` : `${label}：${from} 改为 ${to ?? '空'}`

/** What somebody did to what another one has open. */
export interface Since {
  at: string
  by: string
  what: string
  changes: readonly FieldChange[]
  why: string | null
}

const mostTold = 3

/** For whoever comes second: who was first, when, and what is different now. */
export const sayChangedSince = (done: readonly Since[], today: Day): string =>
  `您打开以后，${sayDone(done, today)}。您填的还在，请对照现在的内容，再点一次保存。`

/** The same of a matter, which may stand where the step can no longer be taken. */
export const saySteppedSince = (done: readonly Since[], state: string, today: Day): string =>
  `您打开以后，${sayDone(done, today)}。现在是“${state}”，请看过最新情况再办。`

/** Of one's own details, which nobody else changes. */
export const sayProfileSince = (name: string | null, phone: string | null): string =>
  `您打开以后，在别的地方改过：称呼${name ?? '没有填'}，电话${phone ?? '没有填'}。您填的还在，请对照现在的内容，再点一次保存。`

/** The same of what one added out of WeChat. */
export const sayDetailsSince = (phone: string | null, hasAvatar: boolean): string =>
  `您打开以后，在别的地方改过：微信手机号${phone ?? '没有留'}，头像${hasAvatar ? '设了' : '没有设'}。请看过现在的，再点一次。`

function sayDone(done: readonly Since[], today: Day): string {
  const told = done.slice(-mostTold).map(({ at, by, what, changes, why }) => {
    const details = [...changes.map(sayChange), ...(why ? [`理由：${why}`] : [])].join('；')
    return `${spokenInstant(new Date(at), today)} ${by || '服务器上'}${what}${details ? `（${details}）` : ''}`
  })
  const more = done.length > told.length ? `有 ${done.length} 次改动，最近的是：` : ''
  return `${more}${told.join('；')}`
}
