import type { WithToken } from './access-token'
import { type CallWechat, WechatUnreachable } from './call'
import { rowOf } from './errcodes'

/** A template as this account has it. */
export interface OwnTemplate {
  id: string
  title: string
  longTerm: boolean
  /** In the order of the card, with the label that people read. */
  keys: readonly { key: string; label: string }[]
  /** What a key takes, where the template lists it. */
  allowed: Readonly<Record<string, readonly string[]>>
}

/** `gettemplate`. @throws WechatUnreachable with what to do, where WeChat says no */
export const readOwnTemplates =
  (call: CallWechat, withToken: WithToken) => async (): Promise<OwnTemplate[]> => {
    const answer = await withToken((accessToken) =>
      call({ method: 'GET', path: '/wxaapi/newtmpl/gettemplate', query: { access_token: accessToken } }),
    )
    if (answer.kind !== 'json') throw new WechatUnreachable('微信的回音看不懂', true)
    if (answer.errcode !== 0) throw new WechatUnreachable(rowOf(answer.errcode).says, false, answer.errcode)
    return listOf(answer.body.data).map(readTemplate)
  }

const listOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value)
    ? value.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null)
    : []

function readTemplate(row: Record<string, unknown>): OwnTemplate {
  const content = typeof row.content === 'string' ? row.content : ''
  return {
    id: String(row.priTmplId),
    title: String(row.title),
    longTerm: Number(row.type) === 3,
    keys: [...content.matchAll(/([^\n:：]*)[:：]\s*\{\{\s*(\w+)\.DATA\s*\}\}/g)].map((match) => ({
      key: match[2] ?? '',
      label: (match[1] ?? '').trim(),
    })),
    allowed: Object.fromEntries(
      listOf(row.keywordEnumValueList).map((one) => [
        String(one.keywordCode).replace(/\.DATA$/, ''),
        Array.isArray(one.enumValueList) ? one.enumValueList.map(String) : [],
      ]),
    ),
  }
}
