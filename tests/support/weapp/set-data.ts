import type { Record } from './record'

/** WeChat carries at most this much from the scripts to the screen in one call. */
const most = 1024 * 1024

type SetData = (data: object, done?: () => void) => void

/** Counts what a page sends to its screen, refuses too much, and sends a copy, as the way between two threads does. */
export function meterSetData(page: object, record: Record) {
  const target = page as { setData: SetData }
  const pass = target.setData.bind(target)
  target.setData = (data, done) => {
    const text = JSON.stringify(data)
    const bytes = new Blob([text]).size
    record.setData.calls += 1
    record.setData.bytes += bytes
    record.setData.largest = Math.max(record.setData.largest, bytes)
    if (bytes > most) {
      const refusal = `setData: data is ${bytes} bytes, more than ${most}`
      record.refused.push(refusal)
      throw new Error(refusal)
    }
    pass(JSON.parse(text) as object, done)
  }
}
