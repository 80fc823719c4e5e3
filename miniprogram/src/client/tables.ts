import type { Endpoint, Params } from '../../../shared/grammar/endpoint'
import { Refusal } from '../../../shared/words/refusals'
import { download } from './download'

/** A file that was picked: its address in the browser, and what it is called. */
export interface ChosenFile {
  path: string
  name: string
}

/**
 * Lets somebody at a desk pick a spreadsheet. Old ones may be picked too: the server says how to save them.
 * @returns undefined where they changed their mind
 */
export const chooseTable = async () => (await chooseFrom('.xlsx,.csv,.xls', 1))?.[0]

/**
 * The same of any files of a browser; that of a phone offers its camera too where pictures are asked for.
 * @param accept endings or types
 */
export function chooseFrom(accept: string, most: number): Promise<ChosenFile[] | undefined> {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = accept
  field.multiple = most > 1
  return new Promise((resolve) => {
    field.onchange = () => {
      const chosen = Array.from(field.files ?? []).slice(0, most)
      resolve(
        chosen.length > 0
          ? chosen.map((file) => ({ path: URL.createObjectURL(file), name: file.name }))
          : undefined,
      )
    }
    field.oncancel = () => resolve(undefined)
    field.click()
  })
}

/** Brings a spreadsheet of the server onto this device. @throws Refusal `unavailable`, or Offline */
export async function takeTable<E extends Endpoint>(
  endpoint: E,
  params: Params<E['path']>,
  fileName: string,
): Promise<void> {
  const file = await download(endpoint, params)
  if (file === undefined) throw new Refusal('unavailable', {}, '暂时取不到电子表格，请过一会儿再试。')
  saveAs(file, fileName)
}

export function saveAs(address: string, fileName: string) {
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
}
