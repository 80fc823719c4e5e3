import { showSuggestion } from '../../../shared/matters/suggestion/endpoints'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import { Loaded } from '../pieces/loaded'
import type { OneMatter } from './one-matter'
import { SuggestionWork } from './suggestion-work'

/** One suggestion, loaded, worked on, and shown again. */
export function SuggestionPanel({ town, id, changed }: OneMatter) {
  const state = useLoaded(() => ask(showSuggestion, { params: { town, id } }), [town, id])
  return (
    <Loaded state={state}>
      {(suggestion) => (
        <SuggestionWork
          town={town}
          suggestion={suggestion}
          put={(newer) => {
            state.put(newer)
            changed?.()
          }}
        />
      )}
    </Loaded>
  )
}
