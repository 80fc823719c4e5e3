import type { Context } from 'koa'

/** Where no address is stated, the one by which this browser came. */
export const originOf = (context: Context) => {
  const told = context.get('origin')
  return /^https?:\/\/[^/\s]+$/.test(told) ? told : `${context.protocol}://${context.host}`
}
