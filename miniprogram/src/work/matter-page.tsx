import { View } from '@tarojs/components'
import type { MatterView } from '../../../shared/grammar/matter-view'
import { fill } from '../../../shared/words/messages'
import { refusals } from '../../../shared/words/refusals'
import { askConsent } from '../client/consent'
import { useLoaded } from '../hooks/use-loaded'
import { ActionBar } from '../pieces/action-bar'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { AsksCard, askedIn } from './asks-card'
import { MatterHead } from './matter-head'
import { MatterHistory } from './matter-history'
import type { MatterParts, StepForms } from './matter-parts'
import type { OneMatter } from './one-matter'

/** One matter for those who work on it: where it stands, what I can do now, and everything that was said and done. */
export function MatterPage({ parts, town, id, changed }: OneMatter & { parts: MatterParts<MatterView> }) {
  const state = useLoaded(() => parts.load(town, id), [town, id])
  return (
    <Loaded state={state}>
      {(view) => {
        const shown = {
          town,
          view,
          reload: () => {
            state.reload()
            changed?.()
          },
        }
        const words = parts.gateWords?.(view) ?? {}
        return (
          <View className="stack">
            <MatterHead parts={parts} view={view} />
            {parts.above?.(shown)}
            {view.gated.map(({ action, because }) => (
              <Notice key={action} tone="soon">
                {fill(refusals[because][1], words)}
              </Notice>
            ))}
            <MatterActions
              parts={parts}
              town={town}
              view={view}
              done={(newer) => {
                state.put(newer)
                changed?.()
              }}
              stale={state.reload}
            />
            {parts.below?.(shown)}
            <AsksCard asks={view.asks} />
            <MatterHistory parts={parts} view={view} />
          </View>
        )
      }}
    </Loaded>
  )
}

const noForms = (): StepForms => ({})

function MatterActions(props: {
  parts: MatterParts<MatterView>
  town: string
  view: MatterView
  done: (newer: MatterView) => void
  stale: () => void
}) {
  const { parts, town, view, done, stale } = props
  const useForms = parts.useForms ?? noForms
  const forms = useForms(town, view)
  return (
    <View className="not-printed">
      <ActionBar
        steps={view.actions.flatMap((name) => {
          const row = parts.table.actions[name]
          return row ? [{ name, ...row }] : []
        })}
        {...forms}
        lists={{ asked: askedIn(view), ...forms.lists }}
        onTap={() => void askConsent()}
        take={(step, form, key) => parts.take(town, view, step, form, key)}
        done={done}
        stale={stale}
      />
    </View>
  )
}
