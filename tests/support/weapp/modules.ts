import type { Bundle } from './compile'

/** A browser has these and a mini-program has not: used by name they are undefined, as on a phone. */
const hidden = [
  'window',
  'document',
  'navigator',
  'location',
  'history',
  'self',
  'parent',
  'frames',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'FormData',
  'Blob',
  'File',
  'FileReader',
  'Image',
  'Element',
  'HTMLElement',
  'Node',
  'Event',
  'CustomEvent',
  'MutationObserver',
  'IntersectionObserver',
  'getComputedStyle',
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'matchMedia',
  'alert',
  'confirm',
  'prompt',
] as const

/** Newer built-ins that phones of the last years lack (Android 6, iOS 12). */
export function forgetNewBuiltins() {
  const lacking: readonly [object, readonly string[]][] = [
    [Object, ['hasOwn', 'groupBy']],
    [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
    [String.prototype, ['at', 'replaceAll', 'isWellFormed', 'toWellFormed']],
    [Promise, ['any', 'withResolvers']],
    [globalThis, ['structuredClone', 'WeakRef', 'FinalizationRegistry']],
  ]
  for (const [owner, names] of lacking) for (const name of names) Reflect.deleteProperty(owner, name)
}

/** What WeChat gives to each script by name. */
export interface Given {
  wx: object
  App: (definition: unknown) => void
  Page: (definition: unknown) => void
  Component: (definition: unknown) => void
  Behavior: (definition: unknown) => unknown
  getApp: () => unknown
  getCurrentPages: () => unknown[]
}

/** Runs the scripts of the mini-program, each once, as WeChat's module system does. */
export function createModules(bundle: Bundle, give: (place: string) => Given) {
  const loaded = new Map<string, { exports: unknown }>()
  const global = {}
  const roots = (bundle.app.subPackages ?? []).map(({ root }) => root.replace(/\/?$/, '/'))
  const packageOf = (file: string) => roots.find((root) => file.startsWith(root))

  function load(file: string): unknown {
    const known = loaded.get(file)
    if (known) return known.exports
    const source = bundle.scripts[file]
    if (source === undefined) throw new Error(`module '${file}' is not defined`)
    const module: { exports: unknown } = { exports: {} }
    loaded.set(file, module)
    const require = (wanted: string) => {
      const target = resolve(file, wanted)
      const home = packageOf(target)
      if (home !== undefined && home !== packageOf(file))
        throw new Error(`${file} requires ${target} of another package`)
      return load(target)
    }
    const names = {
      require,
      module,
      exports: module.exports,
      global,
      globalThis: global,
      ...give(file.replace(/\.js$/, '')),
    }
    run(file, source, names)
    return module.exports
  }

  const resolve = (from: string, wanted: string) => {
    const place = new URL(wanted, `weapp:///${from}`).pathname.slice(1)
    return bundle.scripts[place] === undefined ? `${place}.js` : place
  }
  return { load, resolve }
}

function run(file: string, source: string, names: object) {
  const given = Object.keys(names)
  const wrapped = `(function (${[...given, ...hidden].join(', ')}) {${source}\n})\n//# sourceURL=weapp:///${file}`
  const evaluate = eval as (code: string) => (...values: unknown[]) => void
  evaluate(wrapped)(...(Object.values(names) as unknown[]))
}
