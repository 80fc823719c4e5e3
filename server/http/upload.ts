import multer from '@koa/multer'
import type { Context, Next } from 'koa'
import { Refusal, wrongField } from '../../shared/words/refusals'

const mostBytes = 10 * 1024 * 1024

/** How people are spoken to about the file that they send. */
export const fileWords = {
  picture: {
    tooMany: '正在处理的照片太多，请过一会儿再传，照片还在您的手机里。',
    tooLarge: '照片太大，请换一张 10 MB 以内的。',
    broken: '文件没有传好，请重新选一张照片再试。',
  },
  file: {
    tooMany: '正在处理的附件太多，请过一会儿再传。',
    tooLarge: '附件太大，请压缩到 5 MB 以内，或者分成几个文件。',
    broken: '文件没有传好，请重新选这个附件再试。',
  },
  table: {
    tooMany: '正在处理的表格太多，请过一会儿再传。',
    tooLarge: '表格太大，请拆成几个 10 MB 以内的文件。',
    broken: '文件没有传好，请重新选这张表格再试。',
  },
} as const
export type FileWords = (typeof fileWords)[keyof typeof fileWords]

/** Files in memory at one time: of everybody, and of one account, so that slow lines leave room for others. */
const mostInHand = 12
const mostOfOne = 3

/** @returns a function that lets only so many files be in hand at once. @throws Refusal `unavailable` */
export function createRoom() {
  const inHand: string[] = []
  return async <T>(accountId: string, words: FileWords, work: () => Promise<T>): Promise<T> => {
    const own = inHand.filter((one) => one === accountId).length
    if (inHand.length >= mostInHand || own >= mostOfOne) throw new Refusal('unavailable', {}, words.tooMany)
    inHand.push(accountId)
    try {
      return await work()
    } finally {
      inHand.splice(inHand.indexOf(accountId), 1)
    }
  }
}

/** What is said about a file beside it. */
const formField = 'form'

/**
 * Takes one file of a multipart body into memory.
 * @returns its bytes, or undefined where there is none, and what was said beside it as JSON
 */
export function receiveFile(field: string, words: FileWords) {
  const parser = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: mostBytes, files: 1, fields: 1, fieldSize: 512 * 1024, parts: 2, headerPairs: 20 },
  }).single(field)

  return async (context: Context): Promise<{ file: Buffer | undefined; form: string | undefined }> => {
    try {
      await parser(context, (() => Promise.resolve()) as Next)
    } catch (error) {
      const code = (error as { code?: string }).code
      if (code === 'LIMIT_FILE_SIZE') throw new Refusal('too_large', {}, words.tooLarge)
      throw wrongField(field, words.broken)
    }
    const { file } = context as unknown as { file?: { buffer: Buffer } }
    const { [formField]: form } = (context.request as { body?: Record<string, unknown> }).body ?? {}
    return { file: file?.buffer, form: typeof form === 'string' ? form : undefined }
  }
}
