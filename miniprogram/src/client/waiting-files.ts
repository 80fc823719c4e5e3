import Taro from '@tarojs/taro'
import { uploadPhoto } from '../../../shared/api/photos'
import { sendBeside } from './attachments'
import { newKeySoon } from './request-key'
import { dropKept, keptNames, readKept, recall, writeKept } from './store'
import { upload } from './upload'

/**
 * Pictures that were picked without a line. Each has a name that looks like an id, so that a form holds it like any other,
 * and goes before the form that names it does.
 */
interface WaitingFile {
  account: string
  town: string
  at: number
  /** Where it lies on the phone; in a browser its own cache has it. */
  path: string
  /** It goes beside a message; how long a recording is. */
  beside?: { seconds?: number }
  /** Its id, once the server has it. */
  sentAs?: string
}

const prefix = 'file:'
const cacheName = 'waiting-files'
const addressOf = (id: string) => `/waiting-files/${id}`

function fileUnder(id: string): WaitingFile | undefined {
  const kept = readKept(prefix + id) as Partial<WaitingFile> | undefined
  return typeof kept?.town === 'string' && typeof kept.path === 'string' ? (kept as WaitingFile) : undefined
}

/** Whether it has not reached the server yet. */
export function isWaitingFile(id: string): boolean {
  const file = fileUnder(id)
  return file !== undefined && file.sentAs === undefined
}

/** @returns the name under which it waits; undefined where this device cannot keep it */
export async function keepFile(
  town: string,
  path: string,
  beside?: { seconds?: number },
): Promise<string | undefined> {
  const account = recall('account')
  if (account === '') return undefined
  try {
    const id = await newKeySoon()
    const lies = process.env.TARO_ENV === 'h5' ? await cacheIt(id, path) : await saveIt(path)
    const file: WaitingFile = {
      ...{ account, town, path: lies, at: Date.now() },
      ...(beside ? { beside: beside.seconds === undefined ? {} : { seconds: beside.seconds } } : {}),
    }
    return writeKept(prefix + id, file) ? id : undefined
  } catch {
    return undefined
  }
}

async function cacheIt(id: string, path: string) {
  const cache = await caches.open(cacheName)
  await cache.put(addressOf(id), await fetch(path))
  return ''
}

const saveIt = (tempFilePath: string) =>
  new Promise<string>((resolve, reject) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })

/** Where it can be read on this device. @returns undefined for one that is no file of here */
export async function pathOf(id: string): Promise<string | undefined> {
  const file = fileUnder(id)
  if (!file) return undefined
  if (process.env.TARO_ENV !== 'h5') return file.path
  const cached = await (await caches.open(cacheName)).match(addressOf(id))
  return cached && URL.createObjectURL(await cached.blob())
}

/** Sends every file that these words name, and names it as the server does. @throws Refusal, or Offline */
export async function withFilesSent<T>(data: T): Promise<T> {
  let text = JSON.stringify(data ?? null)
  // Old phones know neither `matchAll` nor `replaceAll`.
  for (const named of text.match(/"[0-9a-z]{26}"/g) ?? []) {
    const id = named.slice(1, -1)
    const file = fileUnder(id)
    if (file) text = text.split(named).join(`"${await sentAs(id, file)}"`)
  }
  return JSON.parse(text) as T
}

async function sentAs(id: string, file: WaitingFile): Promise<string> {
  if (file.sentAs !== undefined) return file.sentAs
  const filePath = (await pathOf(id)) ?? ''
  const sent = file.beside
    ? await sendBeside(file.town, { ...file.beside, path: filePath }, id)
    : (await upload(uploadPhoto, { town: file.town }, { name: 'photo', filePath }, id)).id
  writeKept(prefix + id, { ...file, sentAs: sent })
  return sent
}

/** Goes with the account, and a month after it was picked. */
export function dropFiles(which: { account: string } | { before: number }) {
  for (const name of keptNames().filter((one) => one.startsWith(prefix))) {
    const id = name.slice(prefix.length)
    const file = fileUnder(id)
    const goes = !file || ('account' in which ? file.account === which.account : file.at < which.before)
    if (!goes) continue
    dropKept(name)
    if (process.env.TARO_ENV === 'h5') void dropCached(id).catch(() => undefined)
    else if (file) Taro.getFileSystemManager().removeSavedFile({ filePath: file.path })
  }
}

const dropCached = async (id: string) => (await caches.open(cacheName)).delete(addressOf(id))
