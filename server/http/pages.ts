import fs from 'node:fs'
import path from 'node:path'
import { send } from '@koa/send'
import type { Context, Middleware } from 'koa'
import { Refusal } from '../../shared/words/refusals'
import { hasAlready } from './has-already'

const shell = 'index.html'
const aYearMs = 31_536_000_000

/**
 * Serves the built h5 pages, packed where the build has packed them. Files with a digest in their name may be kept for
 * a year; the page itself never. An address that is none gets the page too, as a 404: there the app says so and shows
 * the way home.
 */
export function servePages(folder: string): Middleware {
  return async (context, next) => {
    if (context.path.startsWith('/api')) {
      await next()
      return
    }
    if (context.method !== 'GET' && context.method !== 'HEAD') throw new Refusal('wrong_method')
    if (!fs.existsSync(path.join(folder, shell))) {
      context.type = 'html'
      context.body = notBuilt
      return
    }
    if (context.path === '/') await sendFile(context, folder, shell)
    else if (await isFound(context, folder)) return
    else if (context.accepts('html', 'json') === 'html') {
      await sendFile(context, folder, shell)
      context.status = 404
    } else throw new Refusal('not_found')
  }
}

/** Whether the address was that of a file, which has then been sent. What climbs out of the folder is none. */
async function isFound(context: Context, folder: string): Promise<boolean> {
  if (/\.(br|gz)$/.test(context.path)) return false
  try {
    return await sendFile(context, folder, context.path)
  } catch (error) {
    const { status } = error as { status?: number }
    if (status === undefined || status >= 500) throw error
    return false
  }
}

async function sendFile(context: Context, folder: string, wanted: string): Promise<boolean> {
  const keepMs = /\.[0-9a-f]{8}\.\w+$/.test(wanted) ? aYearMs : 0
  const sent = await send(context, wanted, {
    root: folder,
    maxAge: keepMs,
    setHeaders: (response, file, { size, mtimeMs }) => {
      if (keepMs === 0) response.setHeader('Cache-Control', 'no-cache')
      response.setHeader('Vary', 'Accept-Encoding')
      const packed = /\.(br|gz)$/.exec(file)?.[0] ?? ''
      response.setHeader('ETag', `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}${packed}"`)
    },
  })
  if (sent === undefined) return false
  if (hasAlready(context, context.response.get('ETag'))) {
    context.body = null
    context.status = 304
  }
  return true
}

const notBuilt = `<!doctype html><meta charset="utf-8"><title>代表之家</title>
<p style="font:18px/1.6 sans-serif;margin:3rem">页面还没有生成，请先运行 <code>npm run build:h5</code>。</p>`
