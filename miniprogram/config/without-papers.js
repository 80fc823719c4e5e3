const path = require('node:path')

/**
 * What is written for whoever reads the rules and the contract, and for the server that tells people: no phone has use for
 * it. Where the row of a table comes from; what an endpoint says of itself; what is told of a step, of which a phone says
 * who hears of it and not in which words; what is said of a matter that is late; and the shape of an answer, which a phone
 * knows as a type. It was more than a tenth of what a phone is given of the tables.
 *
 * What is worked out as a module begins is worked out for its name alone: where nobody asks for the name, it may go.
 */
const isShared = (file) => /[\\/]shared[\\/](api|grammar|matters|registers)[\\/]/.test(file ?? '')
const isRule = (file) => file?.startsWith(rules)
const isOfMatters = (file) => /[\\/]shared[\\/]matters[\\/]/.test(file ?? '')
const rules = path.resolve(__dirname, '../../shared') + path.sep
const makers = ['get', 'post', 'put']

module.exports = ({ types }) => {
  const isNamed = (property, name) =>
    types.isObjectProperty(property) && types.isIdentifier(property.key, { name })
  const isText = (node) => types.isStringLiteral(node) || types.isTemplateLiteral(node)
  /** A sentence by name, or one that is written there. */
  const isOfLate = ({ value }) =>
    (types.isIdentifier(value) && value.name.startsWith('says')) ||
    (types.isObjectExpression(value) && value.properties.some((one) => isNamed(one, 'dueSoon')))
  /** Who is told stands in the names, and they stay. */
  const withoutWords = (told) => {
    for (const one of told.properties)
      if (types.isObjectProperty(one) && isText(one.value)) one.value = types.stringLiteral('')
  }
  const annotate = (call) => types.addComment(call, 'leading', '#__PURE__')
  const pureCalls = {
    Function: (inner) => inner.skip(),
    CallExpression: ({ node }) => void annotate(node),
  }
  return {
    visitor: {
      ObjectProperty(path, { filename }) {
        const { node } = path
        if (!isShared(filename) || !path.parentPath.isObjectExpression()) return
        // A field of a form is made by a call, and may be called the same.
        if (isNamed(node, 'source') && !types.isCallExpression(node.value)) return path.remove()
        if (!isOfMatters(filename)) return
        if ((isNamed(node, 'tells') || isNamed(node, 'tellsLeft')) && types.isObjectExpression(node.value))
          return withoutWords(node.value)
        const isPush = isNamed(node, 'pushes') && types.isObjectExpression(node.value)
        if (isPush || (isNamed(node, 'says') && isOfLate(node))) path.remove()
      },
      CallExpression(path, { filename }) {
        const [, about] = path.node.arguments
        if (!isShared(filename) || !makers.some((name) => types.isIdentifier(path.node.callee, { name })))
          return
        if (!types.isObjectExpression(about)) return
        about.properties = about.properties.filter(
          (property) => !isNamed(property, 'says') && !isNamed(property, 'output'),
        )
      },
      VariableDeclarator(one, { filename }) {
        const around = one.parentPath.parentPath
        if (!isRule(filename) || !(around.isProgram() || around.isExportNamedDeclaration())) return
        const value = one.get('init')
        value.traverse(pureCalls)
        if (value.isCallExpression()) annotate(value.node)
      },
    },
  }
}
