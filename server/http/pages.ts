import fs from 'node:fs'
import path from 'node:path'
import { send } from '@koa/send'
import type { Middleware } from 'koa'
import { Refusal } from '../../shared/refusals'

const shell = 'index.html'

/** Serves the built h5 pages. Files with a digest in their name may be kept for a year; the page itself never. */
export function servePages(folder: string): Middleware {
  return async (context, next) => {
    if (context.path.startsWith('/api')) {
      await next()
      return
    }
    if (context.method !== 'GET' && context.method !== 'HEAD') throw new Refusal('not_found')
    if (!fs.existsSync(path.join(folder, shell))) {
      context.type = 'html'
      context.body = notBuilt
      return
    }
    const wanted = context.path === '/' ? shell : context.path
    const isFile = /\.\w+$/.test(wanted)
    await send(context, isFile ? wanted : shell, {
      root: folder,
      maxAge: /\.[0-9a-f]{8}\.\w+$/.test(wanted) ? 31_536_000_000 : 0,
      setHeaders: (response) => {
        if (!/\.[0-9a-f]{8}\.\w+$/.test(wanted)) response.setHeader('Cache-Control', 'no-cache')
      },
    })
  }
}

const notBuilt = `<!doctype html><meta charset="utf-8"><title>代表之家</title>
<p style="font:18px/1.6 sans-serif;margin:3rem">页面还没有生成，请先运行 <code>npm run build:h5</code>。</p>`
