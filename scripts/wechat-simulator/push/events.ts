import { drawBits } from '../chance'
import { type App } from '../shapes'
import { type World } from '../world'

export type Event = { name: string; openid: string; fields: Record<string, unknown> }

type Row = Record<string, string | number>

/** Numbers come as text or as numbers (section 3.4, A), by the seed. */
function writeNumber(world: World, value: number): string | number {
  return drawBits(world.state) % 2 === 0 ? value : String(value)
}

/** `List` is an object when there is one, an array when there are several (section 3.4, A). */
function list(rows: Row[]): { List: Row | Row[] | undefined } {
  return { List: rows.length === 1 ? rows[0] : rows }
}

/** The user has answered in the pop-up. */
export function popupEvent(world: World, openid: string, answers: [string, 'accept' | 'reject'][]): Event {
  const rows = answers.map(([TemplateId, SubscribeStatusString]) => ({
    TemplateId,
    SubscribeStatusString,
    PopupScene: writeNumber(world, 0),
  }))
  return { name: 'subscribe_msg_popup_event', openid, fields: list(rows) }
}

/** The user manages messages in 服务通知; only a reject is pushed. */
export function changeEvent(openid: string, templateIds: string[]): Event {
  const rows = templateIds.map((TemplateId) => ({ TemplateId, SubscribeStatusString: 'reject' }))
  return { name: 'subscribe_msg_change_event', openid, fields: list(rows) }
}

type Sent = { openid: string; templateId: string; msgid: string; isFailed: boolean }

/** The final result of an accepted send. `MsgID` is text here, unlike in the reply of the send. */
export function sentEvent(world: World, { openid, templateId, msgid, isFailed }: Sent): Event {
  const row = {
    TemplateId: templateId,
    MsgID: msgid,
    ErrorCode: writeNumber(world, isFailed ? 1 : 0),
    ErrorStatus: isFailed ? 'failed: system failed' : 'success',
  }
  return { name: 'subscribe_msg_sent_event', openid, fields: list([row]) }
}

export type MediaVerdict = { suggest: 'pass' | 'review' | 'risky'; label: number }

type Checked = { app: App; openid: string; traceId: string; verdict: MediaVerdict | undefined }

/** Without a verdict the file could not be fetched: -1008 (section 5, A). */
export function mediaEvent({ app, openid, traceId, verdict }: Checked): Event {
  const { suggest, label } = verdict ?? { suggest: 'review', label: 21000 }
  const fields = {
    appid: app.appid,
    trace_id: traceId,
    version: 2,
    detail: verdict ? [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }] : [],
    errcode: verdict ? 0 : -1008,
    errmsg: verdict ? 'ok' : 'download failed',
    result: { suggest, label },
  }
  return { name: 'wxa_media_check', openid, fields }
}

/** In JSON the fields of an event stand at the top, in XML those of a message event one level lower (section 3.4, A). */
export function layOut(event: Event, format: 'json' | 'xml'): Record<string, unknown> {
  if (format === 'json' || !('List' in event.fields)) return event.fields
  const name = event.name.replace(/(^|_)([a-z])/g, (_, _line, letter: string) => letter.toUpperCase())
  return { [name]: event.fields }
}
