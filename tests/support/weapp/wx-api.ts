import type { Record } from './record'

/**
 * `wx` of this phone. Every call is written down, and so is every name that is looked for and not there:
 * on a phone that is `undefined`, and calling it breaks the page.
 */
export function createWx(parts: readonly object[], record: Record): object {
  const calls = Object.assign({}, ...parts) as { [name: string]: unknown }
  for (const [name, call] of Object.entries(calls)) {
    calls[name] = (...given: unknown[]) => {
      record.called.add(name)
      return (call as (...values: unknown[]) => unknown)(...given)
    }
  }
  return new Proxy(calls, {
    get(target, name: string | symbol) {
      if (typeof name === 'string' && !(name in target)) record.missing.add(name)
      return Reflect.get(target, name) as unknown
    },
  })
}
