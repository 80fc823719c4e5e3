require('./compiled-once')
const { AsyncLocalStorage } = require('node:async_hooks')
const { TestEnvironment } = require('jest-environment-node')

const storages = new Set()
for (const name of ['run', 'enterWith']) {
  const original = AsyncLocalStorage.prototype[name]
  AsyncLocalStorage.prototype[name] = function (...args) {
    storages.add(this)
    return original.apply(this, args)
  }
}

/** Every promise asks each storage that was ever used in its process, those of files long ended too. */
function endStorages() {
  for (const storage of storages) storage.disable()
  storages.clear()
}

/** What the runner leaves behind: which tests there are, and who hears of them. */
const isOfTheRunner = (symbol) => /jest|EVENT_HANDLERS|RETRY_TIMES/i.test(symbol.description)

/**
 * Where one file after the other is run: the modules of the product stay, as they do in a server, and what a file has
 * changed around them is put back.
 */
class Place extends TestEnvironment {
  modules = new Map()
  sourceMaps = new Map()

  constructor(...all) {
    super(...all)
    const { process } = this.global
    this.before = {
      env: { ...process.env },
      exit: process.exit,
      symbols: Object.getOwnPropertySymbols(this.global),
    }
  }

  async teardown() {
    endStorages()
    this.fakeTimers.useRealTimers()
    this.fakeTimersModern.useRealTimers()
    const { env, exit, symbols } = this.before
    const { process } = this.global
    process.exit = exit
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name]
    Object.assign(process.env, env)
    for (const symbol of Object.getOwnPropertySymbols(this.global))
      if (isOfTheRunner(symbol) && !symbols.includes(symbol)) delete this.global[symbol]
  }
}

/** For a file that puts something else in the place of a module. */
class PlaceApart extends TestEnvironment {
  async teardown() {
    endStorages()
    await super.teardown()
  }
}

let place

module.exports = class {
  constructor(config, context) {
    const { displayName, globals } = config.projectConfig
    const isApart = 'apart' in context.docblockPragmas || displayName.name === 'house'
    const here = isApart ? new PlaceApart(config, context) : (place ??= new Place(config, context))
    // What only this project has.
    Object.assign(here.global, globals)
    /** Refusals are many, and a hundred frames of each cost more than what was refused. */
    here.global.Error.stackTraceLimit = 20
    return here
  }
}
