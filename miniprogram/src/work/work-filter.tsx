import { View } from '@tarojs/components'
import { useState } from 'react'
import * as z from 'zod/mini'
import { listDeputies, listUnits } from '../../../shared/api/people'
import { showTown } from '../../../shared/api/towns'
import { choice, maybe, picked, pickedCategory } from '../../../shared/grammar/fields'
import type { AnyTable } from '../../../shared/grammar/matter'
import { mayDo } from '../../../shared/permissions'
import { suggestionCategories } from '../../../shared/registers/suggestion-categories'
import { kindNames } from '../../../shared/matters/kinds'
import { type KindName, matterTables } from '../../../shared/workflow'
import { ask } from '../client/ask'
import { loadMe, rolesIn } from '../client/me'
import type { Values } from '../hooks/use-form'
import { useLoaded } from '../hooks/use-loaded'
import { ActionSheet } from '../pieces/action-bar'
import { Button } from '../pieces/button'
import type { Option } from '../pieces/choose'
import { press } from '../pieces/press'
import { type Narrowing, picksOf, type Shown, without } from './narrowing'
import '../pieces/chip.scss'

const wordsOf = <K extends string>(keys: readonly K[], word: (key: K) => string) =>
  Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<K, string>
const statesOf = (kind: KindName) => {
  const states = matterTables[kind].states as AnyTable['states']
  return wordsOf(Object.keys(states), (name) => states[name]?.label ?? name)
}
const stateOf = (kind: KindName) => `stateOf${kind}`

/** The states of a kind are its own: they are asked for once the kind is chosen. */
const form = z.strictObject({
  kind: maybe(
    choice(
      '哪一种事',
      wordsOf(kindNames, (kind) => matterTables[kind].word),
    ),
  ),
  ...Object.fromEntries(
    kindNames.map((kind) => [
      stateOf(kind),
      maybe(choice('到哪一步', statesOf(kind), { shownWhen: [{ field: 'kind', is: kind }] })),
    ]),
  ),
  village: maybe(picked('村', 'village')),
  unit: maybe(picked('承办单位', 'unit')),
  category: maybe(pickedCategory('建议类别')),
  person: maybe(picked('代表', 'deputy')),
})
const step = { name: 'filter', label: '筛选', tone: 'primary', input: form } as const

const asValues = ({ state, ...picks }: Narrowing): Values => ({
  ...picks,
  ...(picks.kind && state ? { [stateOf(picks.kind)]: state } : {}),
})
function asPicks(values: Values): Narrowing {
  const { kind, village, unit, category, person } = values as Narrowing
  const state = kind && (values[stateOf(kind)] as string | undefined)
  const picks = { kind, state, village, unit, category, person }
  return Object.fromEntries(Object.entries(picks).filter(([, value]) => value))
}

/** By kind and state, village, unit, category and deputy; and what it is narrowed to, each to be taken away again. */
export function WorkFilter(props: {
  town: string | undefined
  shown: Shown
  onShow: (shown: Shown) => void
}) {
  const { town, shown, onShow } = props
  const [open, setOpen] = useState(false)
  const { lane, overdue, ...narrowed } = shown
  const picks = Object.entries(picksOf(shown)) as [keyof Narrowing, string][]
  const lists = useLists(open || picks.length > 0 ? town : undefined)
  const wordOf = (name: keyof Narrowing, value: string) => {
    if (name === 'kind') return matterTables[value as KindName].word
    if (name === 'state') return (shown.kind && statesOf(shown.kind)[value]) ?? value
    const list = lists[name === 'person' ? 'deputy' : (name as keyof Lists)]
    return list?.find(({ id }) => id === value)?.name ?? '……'
  }
  return (
    <>
      <View id="work-filter">
        <Button tone="quiet" small onTap={() => setOpen(true)}>
          筛选
        </Button>
      </View>
      {picks.map(([name, value]) => (
        <View
          key={name}
          id={`work-pick-${name}`}
          className="chip chip-on chip-off"
          {...press(() => onShow(without(shown, name)))}
        >
          {wordOf(name, value)}
        </View>
      ))}
      {open ? (
        <ActionSheet
          keeps={null}
          step={step}
          lists={lists}
          initial={() => asValues(narrowed)}
          take={(_, values) => Promise.resolve(asPicks(values))}
          done={(chosen) => onShow({ lane, ...(overdue ? { overdue } : {}), ...chosen })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}

type Lists = Partial<Record<'village' | 'unit' | 'deputy' | 'category', readonly Option[]>>

/** What may be picked, and the names of what is: fetched where somebody asks for it. */
function useLists(town: string | undefined): Lists {
  const { value } = useLoaded(async () => {
    if (town === undefined) return {}
    const params = { town }
    const roles = rolesIn(await loadMe(), town)
    const [home, units, { deputies }, categories] = await Promise.all([
      ask(showTown, { params }),
      mayDo('pickUnits', roles) ? ask(listUnits, { params }) : undefined,
      ask(listDeputies, { params }),
      mayDo('followWork', roles) ? ask(suggestionCategories.endpoints.options, { params }) : undefined,
    ])
    return {
      village: home.villages,
      unit: units?.units ?? [],
      deputy: deputies.map(({ id, name, group, district }) => ({
        id,
        name,
        note: [group, district].filter(Boolean).join(' · '),
      })),
      category: categories?.options ?? [],
    }
  }, [town])
  return value ?? {}
}
