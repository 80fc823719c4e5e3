import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { keepInAddress } from '../client/address'

/** What a table is told of its order. */
interface Sorted {
  by: string
  down: boolean
}

/** By what a table is sorted; it stands in the address as `sort=-deadline`, so that it is found again. */
export function useSorted(town: string | undefined): [Sorted | undefined, (sorted: Sorted) => void] {
  const { params } = useRouter()
  const [sorted, setSorted] = useState(() => readSorted(params.sort))
  return [
    sorted,
    (next) => {
      setSorted(next)
      keepInAddress({ ...addressed(params), town, sort: `${next.down ? '-' : ''}${next.by}` })
    },
  ]
}

/** What Taro puts beside the words of an address is its own. */
const addressed = (params: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(params).filter(([name]) => !name.startsWith('$') && name !== 'stamp'))

function readSorted(word: string | undefined): Sorted | undefined {
  const [, down, by] = /^(-?)([a-zA-Z]{1,20})$/.exec(word ?? '') ?? []
  return by === undefined ? undefined : { by, down: down === '-' }
}
