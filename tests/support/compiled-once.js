const { AsyncLocalStorage } = require('node:async_hooks')
const vm = require('node:vm')
const { TestEnvironment } = require('jest-environment-node')

const { compileFunction } = vm
const compiled = new Map()

/**
 * Each test file has its own modules, and each of them used to be compiled anew for each file: half of what it took to
 * load one. As a script it is compiled once a worker and run in the context of each file.
 */
vm.compileFunction = (code, parameters = [], options = {}) => {
  const { parsingContext, filename } = options
  const before = compiled.get(filename)
  if (parsingContext && before?.code === code) return before.script.runInContext(parsingContext)
  if (!parsingContext || /\bimport\s*\(/.test(code)) return compileFunction(code, parameters, options)
  const head = `(function (${parameters.join(',')}) {`
  const script = new vm.Script(`${head}${code}\n})`, { filename, columnOffset: -head.length })
  compiled.set(filename, { code, script })
  return script.runInContext(parsingContext)
}

const storages = new Set()
for (const name of ['run', 'enterWith']) {
  const original = AsyncLocalStorage.prototype[name]
  AsyncLocalStorage.prototype[name] = function (...args) {
    storages.add(this)
    return original.apply(this, args)
  }
}

module.exports = class extends TestEnvironment {
  /** Refusals are many, and a hundred frames of each cost more than what was refused. */
  constructor(...all) {
    super(...all)
    this.global.Error.stackTraceLimit = 20
  }

  /** Every promise asks each storage that was ever used in its process, those of files long ended too. */
  async teardown() {
    for (const storage of storages) storage.disable()
    storages.clear()
    await super.teardown()
  }
}
