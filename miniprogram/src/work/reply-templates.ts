import { useMemo } from 'react'
import type { SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { suggestionActions } from '../../../shared/matters/suggestion/table'
import { replyTemplates } from '../../../shared/registers/reply-templates'
import { ask } from '../client/ask'
import { fieldsOf } from '../hooks/use-form'
import { useLoaded } from '../hooks/use-loaded'
import type { Copyable } from '../pieces/choose'

/** How a reply to this kind of suggestion may be worded; fetched only where a reply can be written. */
export function useReplyTemplates(town: string, { kind, actions }: SuggestionView) {
  const isWanted = actions.some((name) =>
    fieldsOf(suggestionActions[name].input).some(({ copied }) => copied?.from === 'replyTemplate'),
  )
  const { value } = useLoaded(async () => (isWanted ? templatesFor(town, kind) : []), [town, kind, isWanted])
  return useMemo(() => ({ replyTemplate: value ?? [] }), [value])
}

async function templatesFor(town: string, kind: string): Promise<Copyable[]> {
  const found: Copyable[] = []
  for (let cursor: string | undefined; ;) {
    const page = await ask(replyTemplates.endpoints.list, { params: { town }, query: { cursor } })
    for (const { id, values } of page.items) {
      const { name, outcome, text } = values
      if (!name || !outcome || !text || (values.kind !== null && values.kind !== kind)) continue
      found.push({ id, name, note: [...text].slice(0, 40).join(''), goesWith: outcome, text })
    }
    if (page.next === null) return found
    cursor = page.next
  }
}
