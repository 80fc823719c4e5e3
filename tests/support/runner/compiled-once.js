const vm = require('node:vm')

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
