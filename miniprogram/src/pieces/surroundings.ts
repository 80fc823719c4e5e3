import type { BlurArea } from '../../../shared/grammar/blur-areas'
import { createContext, type ReactNode } from 'react'

export interface PickedFile {
  path: string
  name: string
}

export interface BesideFile {
  path: string
  /** Of a recording. */
  seconds?: number
}

export interface Beside {
  send: (file: BesideFile) => Promise<string>
  keep: (file: BesideFile) => Promise<string | undefined>
  fetch: (id: string) => Promise<string>
  /** Whether a machine writes down what a recording says. */
  isHeard: () => Promise<boolean>
}

/** What pieces can not know by themselves: whoever builds with them says it once, around all of them. */
export interface Surroundings {
  /** Where a picture that was picked goes. @returns its id */
  sendPhoto: (path: string) => Promise<string>
  /** Keeps a picture that could not be sent, to go with its form. @returns its name; undefined where it cannot be kept */
  keepPhoto?: (path: string) => Promise<string | undefined>
  /** The same of a picture or a recording that goes beside a message, for whoever reads that alone. */
  beside?: Beside
  /** Whether a picture waits to go with its form. */
  isPhotoWaiting?: (id: string) => boolean
  /** The file of a picture that was sent before. */
  fetchPhoto: (id: string) => Promise<string>
  /** Makes another picture of one, with nothing to be recognised in these areas. @returns its id */
  blurPhoto: (id: string, areas: readonly BlurArea[]) => Promise<string>
  /** Lets somebody pick files, or pictures that are to be files. */
  chooseFiles: (most: number) => Promise<readonly PickedFile[] | undefined>
  choosePhotosAsFiles: (most: number) => Promise<readonly PickedFile[] | undefined>
  /** Where a file that was picked goes. */
  sendFile: (file: PickedFile) => Promise<{ id: string; name: string }>
  /** Leads to where one signs in. */
  signIn: () => void
  /** Leads to where everybody begins, with nothing left open behind. */
  beginAnew: () => void
  /** Leads to where one sees as whom one is here. */
  whoAmI: () => void
  /** What stands at the head of every page. */
  head: ReactNode
  /** Where one says which place is meant, before a page can show anything of it. */
  settling: ReactNode
  /** What may come over any page. */
  over: ReactNode
}

const missing = () => Promise.reject(new Error('Nobody has said where photos and files go.'))

/** Where nothing goes beside a message. */
export const nothingBeside: Beside = {
  send: missing,
  keep: missing,
  fetch: missing,
  isHeard: () => Promise.resolve(false),
}

export const Surroundings = createContext<Surroundings>({
  sendPhoto: missing,
  fetchPhoto: missing,
  blurPhoto: missing,
  chooseFiles: missing,
  choosePhotosAsFiles: missing,
  sendFile: missing,
  signIn: () => undefined,
  beginAnew: () => undefined,
  whoAmI: () => undefined,
  head: null,
  settling: null,
  over: null,
})
