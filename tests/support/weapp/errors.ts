import { glassEasel } from 'glass-easel-miniprogram-adapter'
import type { Record } from './record'

/** Whatever goes wrong in the scripts is written down instead of getting lost in a console. */
export function catchErrors(record: Record) {
  const note = (...said: unknown[]) => record.errors.push(said.map(describe).join(' '))
  console.error = note
  console.warn = note
  addEventListener('error', (event) => {
    event.preventDefault()
    note(event.error ?? event.message)
  })
  glassEasel.addGlobalErrorListener((error) => {
    note(error)
    return false
  })
}

const describe = (said: unknown) =>
  said instanceof Error || (said as Error | undefined)?.stack ? String((said as Error).stack) : String(said)
