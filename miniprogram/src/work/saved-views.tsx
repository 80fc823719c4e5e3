import { View } from '@tarojs/components'
import { useState } from 'react'
import * as z from 'zod/mini'
import { line } from '../../../shared/grammar/fields'
import { keepViews, mostViews, type View as SavedView, viewsIn } from '../client/views'
import { ActionSheet } from '../pieces/action-bar'
import { Button } from '../pieces/button'
import { press } from '../pieces/press'
import { isNarrowed, readShown, type Shown, writeShown } from './narrowing'
import '../pieces/chip.scss'

const step = {
  name: 'saveView',
  label: '存成常用',
  tone: 'primary',
  input: z.strictObject({
    name: line('叫什么', 12, { help: '例如“逾期的路灯”。只在这台电脑上、您自己的身份下看得到。' }),
  }),
} as const

const queryOf = (shown: Shown) =>
  Object.entries(writeShown(shown))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
const shownOf = ({ query }: SavedView) =>
  readShown(Object.fromEntries(query.split('&').map((pair) => pair.split('=') as [string, string])))

/** What one narrows the list to again and again, each under its name. */
export function SavedViews(props: { town: string; shown: Shown; onShow: (shown: Shown) => void }) {
  const { town, shown, onShow } = props
  const [views, setViews] = useState(() => viewsIn(town))
  const [naming, setNaming] = useState(false)
  const now = queryOf(shown)
  const current = views.find(({ query }) => query === now)
  const keep = (next: readonly SavedView[]) => {
    keepViews(town, next)
    setViews(viewsIn(town))
  }
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
      {current ? (
        <View id="drop-view">
          <Button tone="quiet" small onTap={() => keep(views.filter((view) => view !== current))}>
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
          take={(_, { name }): Promise<string> => Promise.resolve(String(name))}
          done={(name) => keep([...views.filter((view) => view.name !== name), { name, query: now }])}
          onClose={() => setNaming(false)}
        />
      ) : null}
    </>
  )
}
