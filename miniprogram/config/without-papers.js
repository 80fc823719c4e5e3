/**
 * What is written for whoever reads the rules and the contract, and for the server that tells people: no phone has use for
 * it. Where the row of a table comes from; what an endpoint says of itself; what is told of a step, of which a phone says
 * who hears of it and not in which words; and what is said of a matter that is late. It was more than a tenth of what a phone
 * is given of the tables.
 */
const isShared = (file) => /[\\/]shared[\\/](api|grammar|matters|registers)[\\/]/.test(file ?? '')
const isOfMatters = (file) => /[\\/]shared[\\/]matters[\\/]/.test(file ?? '')
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
        about.properties = about.properties.filter((property) => !isNamed(property, 'says'))
      },
    },
  }
}
