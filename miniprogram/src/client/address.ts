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
