import { findWhom } from '../../../shared/matters/opinion/whom'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import { Notice } from '../pieces/notice'

/** To whom it would go, for whoever does not know; without a network it is found out when it arrives. */
export function WhomNotice({ town, villageId }: { town: string; villageId: string }) {
  const { value } = useLoaded(
    () => ask(findWhom, { params: { town }, input: villageId ? { villageId } : {} }),
    [town, villageId],
  )
  const found = value ? `会转给${value.name}。${value.why}` : '送到以后告诉您转给了谁。'
  return <Notice>{villageId ? found : `请在下面选您是哪个村的，好找到联系您村的代表。${found}`}</Notice>
}
