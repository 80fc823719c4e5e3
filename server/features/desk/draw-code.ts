import { toBuffer } from 'qrcode'
import type { Wechat } from '../../gateways/wechat/wechat'
import { refusalOf } from '../../gateways/wechat/refusal'

/** An ordinary QR code as a data address, drawn here: no secret leaves the house for it. */
export async function drawLink(text: string): Promise<string> {
  const look = { margin: 2, width: 560, errorCorrectionLevel: 'M', rendererOpts: asLines } as const
  return `data:image/png;base64,${(await toBuffer(text, look)).toString('base64')}`
}

/**
 * A line of such a picture is mostly the line above it. Left to choose among five filters for each line, the encoder
 * keeps everybody waiting five times as long for a picture of the same size.
 */
const asLines = { filterType: 2, deflateLevel: 6, deflateStrategy: 0 }

/** A 小程序码 of WeChat's. @throws Refusal `unavailable` */
export async function drawMiniCode(wechat: Wechat, scene: string): Promise<string> {
  const { bytes, contentType } = await wechat.makeCode(scene, 'pages/scan').catch((error: unknown) => {
    throw refusalOf(error, '暂时取不到小程序码')
  })
  return `data:${contentType};base64,${bytes.toString('base64')}`
}
