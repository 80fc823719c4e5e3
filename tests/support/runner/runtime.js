const path = require('node:path')
const Runtime = require('jest-runtime').default

const tests = `${path.sep}tests${path.sep}`

/** The modules of a file are its own; those of the product and of its packages are of the place in which it is run. */
class Registry extends Map {
  constructor(kept) {
    super()
    this.kept = kept
  }
  holderOf(file) {
    return file.includes(tests) ? undefined : this.kept
  }
  get(file) {
    const holder = this.holderOf(file)
    return holder ? holder.get(file) : super.get(file)
  }
  has(file) {
    const holder = this.holderOf(file)
    return holder ? holder.has(file) : super.has(file)
  }
  set(file, module) {
    const holder = this.holderOf(file)
    if (!holder) return super.set(file, module)
    holder.set(file, module)
    return this
  }
  delete(file) {
    const holder = this.holderOf(file)
    return holder ? holder.delete(file) : super.delete(file)
  }
}

/** The one of the file that is run now: a module that an earlier file has loaded goes on to require through it. */
let latest

/** Half of what a small file took went into loading the product anew. */
module.exports = class extends Runtime {
  constructor(config, environment, ...more) {
    super(config, environment, ...more)
    const { modules, sourceMaps } = environment
    this.keeps = modules !== undefined
    if (!this.keeps) return
    latest = this
    this.registries.moduleRegistry = new Registry(modules)
    this.transformCache.sourceMaps = sourceMaps
  }

  requireModuleOrMock(from, name) {
    return this.keeps && latest !== this
      ? latest.requireModuleOrMock(from, name)
      : super.requireModuleOrMock(from, name)
  }

  setMock(...all) {
    if (this.keeps) throw new Error('A file that mocks a module says @apart in its first comment.')
    super.setMock(...all)
  }
}
