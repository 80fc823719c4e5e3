import multer from '@koa/multer'
import type { Context, Next } from 'koa'
import { Refusal, wrongField } from '../../shared/words/refusals'

const mostBytes = 10 * 1024 * 1024

/** Files in memory at one time: of everybody, and of one account, so that slow lines leave room for others. */
const mostInHand = 12
const mostOfOne = 3

/** @returns a function that lets only so many files be in hand at once. @throws Refusal `unavailable` */
export function createRoom() {
  const inHand: string[] = []
  return async <T>(accountId: string, work: () => Promise<T>): Promise<T> => {
    const own = inHand.filter((one) => one === accountId).length
    if (inHand.length >= mostInHand || own >= mostOfOne)
      throw new Refusal('unavailable', {}, '正在处理的照片太多，请过一会儿再传，照片还在您的手机里。')
    inHand.push(accountId)
    try {
      return await work()
    } finally {
      inHand.splice(inHand.indexOf(accountId), 1)
    }
  }
}

/** Takes one file of a multipart body into memory. @returns its bytes, or undefined where there is none */
export function receiveFile(field: string) {
  const parser = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: mostBytes, files: 1, fields: 0, parts: 1, headerPairs: 20 },
  }).single(field)

  return async (context: Context): Promise<Buffer | undefined> => {
    try {
      await parser(context, (() => Promise.resolve()) as Next)
    } catch (error) {
      const code = (error as { code?: string }).code
      if (code === 'LIMIT_FILE_SIZE') throw new Refusal('too_large', {}, '照片太大，请换一张 10 MB 以内的。')
      throw wrongField(field, '文件没有传好，请重新选一张照片再试。')
    }
    return (context as unknown as { file?: { buffer: Buffer } }).file?.buffer
  }
}
