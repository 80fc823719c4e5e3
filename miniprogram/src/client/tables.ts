import type { Endpoint, Params } from '../../../shared/grammar/endpoint'
import { Refusal } from '../../../shared/words/refusals'
import { download } from './download'

/**
 * Lets somebody at a desk pick a spreadsheet.
 * @returns its address in the browser, or undefined where they changed their mind
 */
export function chooseTable(): Promise<string | undefined> {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = '.xlsx'
  return new Promise((resolve) => {
    field.onchange = () => {
      const [file] = field.files ?? []
      resolve(file ? URL.createObjectURL(file) : undefined)
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
