import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { MatterView } from '../../../shared/grammar/matter-view'
import { matterPage } from '../../../shared/words/pages'
import { fill } from '../../../shared/words/messages'
import { refusals } from '../../../shared/words/refusals'
import { askConsent } from '../client/consent'
import { useLoaded } from '../hooks/use-loaded'
import { useWide } from '../hooks/use-wide'
import { ActionBar } from '../pieces/action-bar'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { AsksCard, askedIn } from './asks-card'
import { DoneNotice } from './done-notice'
import { FactsCard } from './facts-card'
import { LastWord, MatterHead } from './matter-head'
import { MatterHistory } from './matter-history'
import type { MatterParts, StepForms } from './matter-parts'
import type { OneMatter } from './one-matter'
import { awaitedIn, bringsOn, followsFrom } from './turn'

/** One matter for those who work on it: where it stands, what I can do now, and everything that was said and done. */
export function MatterPage({ parts, town, id, changed }: OneMatter & { parts: MatterParts<MatterView> }) {
  const state = useLoaded(() => parts.load(town, id), [town, id])
  const [said, say] = useState<{ of: string; sentence: string }>()
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
            <MatterHead parts={parts} town={town} view={view} />
            {said?.of === id ? (
              <DoneNotice town={town} id={id}>
                {said.sentence}
              </DoneNotice>
            ) : null}
            {parts.above?.(shown)}
            {[...new Set(view.gated.map(({ because }) => fill(refusals[because][1], words)))].map(
              (sentence) => (
                <Notice key={sentence} tone="soon">
                  {sentence}
                </Notice>
              ),
            )}
            <MatterActions
              parts={parts}
              town={town}
              view={view}
              done={(newer, step) => {
                state.put(newer)
                say({ of: id, sentence: whatWasDone(parts, newer, step) })
                changed?.()
              }}
              stale={state.reload}
            />
            {parts.facts ? <FactsCard facts={parts.facts(view)} /> : null}
            {parts.below?.(shown)}
            <AsksCard asks={view.asks} />
            <MatterHistory parts={parts} view={view} />
          </View>
        )
      }}
    </Loaded>
  )
}

/** After a step: that it is done, and who goes on. */
function whatWasDone(parts: MatterParts<MatterView>, newer: MatterView, step: string) {
  const awaited = awaitedIn(parts.table, newer, parts.head(newer).awaits)
  const done = `“${parts.table.actions[step]?.label ?? ''}”办好了。`
  return awaited ? `${done}接下来等${awaited}。` : done
}

const noForms = (): StepForms => ({})

function MatterActions(props: {
  parts: MatterParts<MatterView>
  town: string
  view: MatterView
  done: (newer: MatterView, step: string) => void
  stale: () => void
}) {
  const { parts, town, view, done, stale } = props
  const useForms = parts.useForms ?? noForms
  const forms = useForms(town, view)
  const wide = useWide()
  return (
    <View className="not-printed">
      <ActionBar
        keeps={{
          about: `${parts.table.kind}:${town}:${view.id}`,
          title: parts.head(view).title,
          page: matterPage(parts.table.kind, town, view.id),
        }}
        opens={useRouter().params.open}
        steps={view.actions.flatMap((name) => {
          const row = parts.table.actions[name]
          return row
            ? [
                {
                  name,
                  ...row,
                  input: forms.inputOf?.(name) ?? row.input,
                  bringsOn: bringsOn(parts.table, view.state, name),
                },
              ]
            : []
        })}
        {...forms}
        beside={(step) =>
          forms.beside?.(step) ?? (wide ? null : <LastWord parts={parts} town={town} view={view} again />)
        }
        lists={{ asked: askedIn(view), ...forms.lists }}
        onTap={() => void askConsent()}
        follows={(step) => followsFrom(parts.table, view, step)}
        take={async (step, form, key) => ({ step, newer: await parts.take(town, view, step, form, key) })}
        done={({ step, newer }) => done(newer, step)}
        stale={stale}
      />
    </View>
  )
}
