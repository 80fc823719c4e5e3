/** Writes into the address of this page what it shows, so that it is found again; nothing is loaded anew. Only h5 has one. */
export function keepInAddress(query: Readonly<Record<string, string | undefined>>) {
  if (process.env.TARO_ENV !== 'h5') return
  const [page = ''] = window.location.hash.split('?')
  const words = Object.entries(query).flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value)}`] : [],
  )
  window.history.replaceState(
    window.history.state,
    '',
    [page, ...(words.length > 0 ? [words.join('&')] : [])].join('?'),
  )
}

/** The same for the town alone, as long as the page of this path is the one that is open. */
export function nameInAddress(path: string, town: string) {
  const [page = '', query = ''] = window.location.hash.slice(1).split('?')
  if (page !== path.split('?')[0]) return
  const others = query.split('&').filter((word) => word !== '' && !word.startsWith('town='))
  const address = `#${page}?${[...others, `town=${town}`].join('&')}`
  if (address !== window.location.hash) window.history.replaceState(window.history.state, '', address)
}
