/** The values stay encoded, as `onLoad` gets them (section 4, A). */
export function splitQuery(query: string): Record<string, string> {
  const pairs = query.split('&').filter((pair) => pair.length > 0)
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return [name, value.join('=')]
    }),
  )
}
