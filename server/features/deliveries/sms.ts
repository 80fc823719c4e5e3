import { pushRow, type PushKind } from '../../../shared/words/messages'
import { Refusal } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import { linkDays } from '../../gateways/wechat/make-link'
import { refusalOf } from '../../gateways/wechat/refusal'
import type { Wechat } from '../../gateways/wechat/wechat'

/**
 * What somebody in the office sends from their own phone to whom WeChat does not reach: number, neutral words, and a link
 * that opens the matter in WeChat. Where WeChat gives no link, the words say where to look instead.
 * @throws Refusal `not_found`, or `wrong_state` where the person knows already
 */
export async function writeSms(reader: Reader, wechat: Wechat, townId: string, id: string) {
  const [row] = await reader.query<
    {
      town: string
      number: string
      push: PushKind
      page: string
      state: string
      toldHow: string | null
    }[]
  >(
    `SELECT t.name AS town, x.number, x.push, x.page, x.state, x.told_how AS toldHow
     FROM outbox_message x JOIN town t ON t.id = x.town_id WHERE x.town_id = ? AND x.id = ?`,
    [townId, id],
  )
  if (!row) throw new Refusal('not_found')
  if (row.state === 'sent' || row.toldHow !== null) throw new Refusal('wrong_state')
  const news = `【${row.town}人大】${pushRow(row.push).phrase}（编号 ${row.number}）`
  try {
    const link = await wechat.makeLink(row.page)
    return { text: `${news}，请点开看：${link} （${linkDays} 天内有效）`, trouble: null }
  } catch (error) {
    const { message } = refusalOf(error, '微信没有给链接')
    return { text: `${news}，请打开微信小程序“代表之家”，在“消息”里看。`, trouble: message }
  }
}
