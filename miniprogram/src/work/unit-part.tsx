import { View } from '@tarojs/components'
import { listUnits } from '../../../shared/api/people'
import { listOpenOfUnit, mergeForm, mergeUnit, splitForm, splitUnit } from '../../../shared/api/units'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import { ActionBar, type Step } from '../pieces/action-bar'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import type { PartOfRow } from './part-of-row'
import { unitOption } from './unit-option'
import { today } from './words'

const steps: readonly Step[] = [
  { name: 'merge', label: '并入别的单位', tone: 'quiet', input: mergeForm },
  { name: 'split', label: '分设新单位', tone: 'quiet', input: splitForm },
]

/** What may become of a unit besides another name: it goes into another, or another comes out of it. */
export function UnitPart({ row, town, changed }: PartOfRow) {
  const { id, version } = row
  const state = useLoaded(async () => {
    if (!row.mayKeep || row.endedOn !== null) return undefined
    const [{ units }, { matters }] = await Promise.all([
      ask(listUnits, { params: { town } }),
      ask(listOpenOfUnit, { params: { town, id } }),
    ])
    return {
      unit: units.filter((one) => one.id !== id).map(unitOption),
      matters: matters.map(({ id, title, number, leads }) => ({
        id,
        name: title,
        note: [number, leads ? '主办' : '协办'].filter(Boolean).join(' · '),
      })),
    }
  }, [town, id, version])
  return (
    <Loaded state={state}>
      {(lists) =>
        lists === undefined ? null : (
          <View>
            <Heading>单位调整</Heading>
            <View className="note">在办的跟着走，期限不变；办完的还是原来的名字。</View>
            <ActionBar
              keeps={{ about: `unit:${id}`, title: row.title }}
              steps={steps}
              lists={lists}
              initial={(step) =>
                step === 'merge' ? { endedOn: today() } : { unitKind: row.values.unitKind }
              }
              take={(step, form, key) =>
                ask((step === 'merge' ? mergeUnit : splitUnit) as typeof mergeUnit, {
                  params: { town, id },
                  // Each endpoint checks its own form.
                  input: { version, form: form as never },
                  key,
                })
              }
              done={() => changed()}
            />
          </View>
        )
      }
    </Loaded>
  )
}
