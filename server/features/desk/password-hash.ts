import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { Refusal } from '../../../shared/words/refusals'

/** 32 MB and some 100 ms each: as OWASP asks, and two at a time, so that a rush of them takes no memory from others. */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }
const most = 2
const mostWaiting = 30

let running = 0
const waiting: (() => void)[] = []

async function derive(password: string, salt: Buffer): Promise<Buffer> {
  if (waiting.length >= mostWaiting) throw new Refusal('unavailable')
  if (running >= most) await new Promise<void>((go) => waiting.push(go))
  running += 1
  try {
    return await new Promise((resolve, reject) =>
      scrypt(password.normalize('NFKC'), salt, 32, cost, (error, key) =>
        error ? reject(error) : resolve(key),
      ),
    )
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `scrypt:${salt.toString('base64url')}:${(await derive(password, salt)).toString('base64url')}`
}

/** Takes as long for a name that nobody has. */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, salt = '', key = ''] = (hash ?? nobodys).split(':')
  const found = await derive(password, Buffer.from(salt, 'base64url'))
  const kept = Buffer.from(key, 'base64url')
  return kept.length === found.length && timingSafeEqual(kept, found) && hash !== undefined
}

const nobodys = `scrypt:${randomBytes(16).toString('base64url')}:${randomBytes(32).toString('base64url')}`
