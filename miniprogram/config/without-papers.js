/**
 * What is written for whoever reads the rules and the contract, and for no phone: where the row of a table comes from, and
 * what an endpoint says of itself. It was a tenth of what a phone is given of the tables.
 */
const isShared = (file) => /[\\/]shared[\\/](api|grammar|matters|registers)[\\/]/.test(file ?? '')
const makers = ['get', 'post', 'put']

module.exports = ({ types }) => {
  const isNamed = (property, name) =>
    types.isObjectProperty(property) && types.isIdentifier(property.key, { name })
  return {
    visitor: {
      ObjectProperty(path, { filename }) {
        // A field of a form is made by a call, and may be called the same.
        if (
          isShared(filename) &&
          isNamed(path.node, 'source') &&
          path.parentPath.isObjectExpression() &&
          !types.isCallExpression(path.node.value)
        )
          path.remove()
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
