import { toDataURL } from 'qrcode'
import type { Wechat } from '../../gateways/wechat/wechat'
import { refusalOf } from '../../gateways/wechat/refusal'

/** An ordinary QR code as a data address, drawn here: no secret leaves the house for it. */
export const drawLink = (text: string) =>
  toDataURL(text, { margin: 2, width: 560, errorCorrectionLevel: 'M' })

/** A 小程序码 of WeChat's. @throws Refusal `unavailable` */
export async function drawMiniCode(wechat: Wechat, scene: string): Promise<string> {
  const { bytes, contentType } = await wechat.makeCode(scene, 'pages/scan').catch((error: unknown) => {
    throw refusalOf(error, '暂时取不到小程序码')
  })
  return `data:${contentType};base64,${bytes.toString('base64')}`
}
