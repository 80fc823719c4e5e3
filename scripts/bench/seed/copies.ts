/** Matters that are copied together. */
export interface Cluster {
  /** All its matters, those without what a machine looks at, and those of the latter that have not ended. */
  matters: number
  ofPeople: number
  open: number
  /** It may stand only once in a town. */
  once: boolean
}

export interface Wanted {
  matters: number
  towns: number
  /** Which share of what people do has not ended. */
  openShare: number
}

/** How often each cluster is copied, so that there are so many matters, of which such a share is open. */
export function copiesOf(clusters: readonly Cluster[], { matters, towns, openShare }: Wanted): number[] {
  const sum = (those: readonly Cluster[], what: 'matters' | 'ofPeople' | 'open') =>
    those.reduce((total, cluster) => total + cluster[what], 0)
  const many = clusters.filter(({ once }) => !once)
  const [open, ended] = [many.filter(({ open }) => open > 0), many.filter(({ open }) => open === 0)]
  const left = matters - towns * sum(clusters, 'matters') + towns * sum(many, 'matters')
  const ratio =
    (openShare * sum(ended, 'ofPeople')) / Math.max(1, sum(open, 'open') - openShare * sum(open, 'ofPeople'))
  const ofEnded = Math.max(1, left / (ratio * sum(open, 'matters') + sum(ended, 'matters')))
  const spread = evenly()
  return clusters.map(({ open, once }) =>
    once ? towns : Math.max(1, spread(open > 0 ? ratio * ofEnded : ofEnded)),
  )
}

/** Whole numbers whose sum is that of what was asked for. */
function evenly() {
  let over = 0
  return (wanted: number) => {
    const whole = Math.floor(wanted + over)
    over += wanted - whole
    return whole
  }
}
