import type { Context } from 'koa'

export interface CloudConfig {
  /** Whether public access is closed, so that only WeChat's gateway can have written the headers. */
  trustsCloudHeaders: boolean
  appid: string
}

/**
 * Who calls, by the headers that 微信云托管 writes. On a public address anybody can write them, so they count only where
 * the configuration states that public access is closed.
 */
export function cloudCaller(context: Context, config: CloudConfig): string | undefined {
  if (!config.trustsCloudHeaders) return undefined
  const own = context.get('x-wx-openid')
  // Without an openid of our own the caller is another mini-program (资源复用): only as the one that is configured.
  const from = context.get('x-wx-from-appid') === config.appid ? context.get('x-wx-from-openid') : ''
  const openid = own || from
  return /^[\w-]{16,64}$/.test(openid) ? openid : undefined
}
