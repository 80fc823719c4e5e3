import Taro from '@tarojs/taro'
import { listWork } from '../../../shared/api/work'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import { useWide } from '../hooks/use-wide'
import { Notice } from '../pieces/notice'

/** That a step is done, and the way to what waits next; at a desk the list stands beside it. */
export function DoneNotice({ town, id, children }: { town: string; id: string; children: string }) {
  const wide = useWide()
  const next = useLoaded(async () => {
    if (wide) return undefined
    const { items } = await ask(listWork, { params: { town }, query: { lane: 'mine' } })
    return items.find((row) => row.id !== id)?.page
  }, [town, id, wide]).value
  // It takes the place of what is done, so that going back leads to the list.
  const open = next && { label: '办下一件', onTap: () => void Taro.redirectTo({ url: `/${next}` }) }
  return (
    <Notice tone="done" {...(open ? { next: open } : {})}>
      {children}
    </Notice>
  )
}
