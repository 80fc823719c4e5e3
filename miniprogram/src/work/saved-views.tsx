import { View } from '@tarojs/components'
import { useState } from 'react'
import { dropView, listViews, mostViews, saveView, type SavedView, viewForm } from '../../../shared/api/views'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import { ActionSheet } from '../pieces/action-bar'
import { Button } from '../pieces/button'
import { press } from '../pieces/press'
import { isNarrowed, readShown, type Shown, writeShown } from './narrowing'
import '../pieces/chip.scss'

const step = { name: 'saveView', label: '存成常用', tone: 'primary', input: viewForm } as const

const queryOf = (shown: Shown) =>
  Object.entries(writeShown(shown))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
const shownOf = ({ query }: SavedView) =>
  readShown(Object.fromEntries(query.split('&').map((pair) => pair.split('=') as [string, string])))

/** What one narrows the list to again and again, each under its name; made at a desk, found on a phone as well. */
export function SavedViews(props: {
  town: string
  shown: Shown
  onShow: (shown: Shown) => void
  /** New ones are kept here, and old ones dropped. */
  keeps: boolean
}) {
  const { town, shown, onShow, keeps } = props
  const params = { town }
  const { value, reload } = useLoaded(async () => (await ask(listViews, { params })).views, [town])
  const [naming, setNaming] = useState(false)
  const views = value ?? []
  const now = queryOf(shown)
  const current = views.find(({ query }) => query === now)
  const drop = useTask(
    (view: SavedView, key) => ask(dropView, { params, input: { name: view.name }, key }),
    reload,
  )
  return (
    <>
      {views.map((view) => (
        <View
          key={view.name}
          className={`chip${view === current ? ' chip-on' : ''}`}
          {...press(() => onShow(shownOf(view)), { on: view === current })}
        >
          {view.name}
        </View>
      ))}
      {!keeps || value === undefined ? null : current ? (
        <View id="drop-view">
          <Button tone="quiet" small busy={drop.busy} onTap={() => drop.run(current)}>
            不再常用
          </Button>
        </View>
      ) : isNarrowed(shown) && views.length < mostViews ? (
        <View id="save-view">
          <Button tone="quiet" small onTap={() => setNaming(true)}>
            存成常用
          </Button>
        </View>
      ) : null}
      {naming ? (
        <ActionSheet
          step={step}
          keeps={null}
          take={(_, { name }, key) =>
            ask(saveView, { params, input: { name: String(name), query: now }, key })
          }
          done={reload}
          onClose={() => setNaming(false)}
        />
      ) : null}
    </>
  )
}
