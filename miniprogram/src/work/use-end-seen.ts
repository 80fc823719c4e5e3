import { useEffect } from 'react'
import { noteEndSeen, type OpinionView } from '../../../shared/matters/opinion/endpoints'
import { ask } from '../client/ask'

/** Says that the end of it has been shown to whoever wrote; what does not arrive is said when they look again. */
export function useEndSeen(town: string | undefined, opinion: OpinionView | undefined) {
  const id = opinion?.state === 'closed' && opinion.told?.how === null ? opinion.id : undefined
  useEffect(() => {
    if (town !== undefined && id !== undefined)
      void ask(noteEndSeen, { params: { town, id }, input: {} }).catch(() => {})
  }, [town, id])
}
