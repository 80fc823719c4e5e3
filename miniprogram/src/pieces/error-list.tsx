import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { createContext, useContext, useEffect, useRef } from 'react'
import type { FormField } from '../hooks/use-form'
import { aloud } from './aloud'
import { press } from './press'
import './error-list.scss'

/** Whether a form stands in a sheet: what WeChat lets one do there is less. */
export const InSheet = createContext(false)

interface Wrong {
  field: FormField
  error: string
}

/** Which fields are wrong, in the order in which they stand. */
const wrongOf = (fields: readonly FormField[], errors: Readonly<Record<string, string>>): Wrong[] =>
  fields.flatMap((field) => {
    const error = errors[field.name]
    return error === undefined ? [] : [{ field, error }]
  })

const isWeapp = process.env.TARO_ENV === 'weapp'
const listId = 'form-errors'
const reachable = 'input, textarea, button, [tabindex="0"]'

/**
 * What is to be changed in a form. A single error is gone to; several stand in a list, each leading to its field.
 * @param failed how often the form was not let through
 * @param toField takes WeChat's keyboard to a field
 */
export function ErrorList(props: {
  fields: readonly FormField[]
  errors: Readonly<Record<string, string>>
  failed: number
  toField: (name: string) => void
}) {
  const inSheet = useContext(InSheet)
  const wrong = wrongOf(props.fields, props.errors)
  const go = (name: string) => {
    if (isWeapp) {
      props.toField(name)
      if (!inSheet) void Taro.pageScrollTo({ selector: `#field-${name}`, offsetTop: -96 })
    } else focusOn(`field-${name}`, reachable)
  }
  const answer = useRef(() => undefined as void)
  answer.current = () => {
    const [first, second] = wrong
    if (first === undefined) return
    if (second === undefined) go(first.field.name)
    else if (!isWeapp) focusOn(listId)
    else if (!inSheet) void Taro.pageScrollTo({ selector: `#${listId}`, offsetTop: -96 })
  }
  useEffect(() => {
    if (props.failed > 0) answer.current()
  }, [props.failed])
  if (wrong.length < 2) return null
  return (
    <View className="errors" id={listId} {...aloud('group', { label: '要改的地方' })} {...focusable}>
      <View className="errors-head">{`有 ${wrong.length} 处要改`}</View>
      {wrong.map(({ field, error }) => (
        <View key={field.name} className="errors-one" {...press(() => go(field.name), { as: 'link' })}>
          {`${field.label}：${error}`}
        </View>
      ))}
    </View>
  )
}

const focusable: object = isWeapp ? {} : { tabIndex: -1 }

/** The page that is open may have others with the same fields below it. */
function focusOn(id: string, within?: string) {
  const places = [...document.querySelectorAll<HTMLElement>(`#${id}`)]
  const place = places.filter((one) => one.getClientRects().length > 0).pop()
  place?.scrollIntoView({ block: 'center' })
  const target = within === undefined ? place : place?.querySelector<HTMLElement>(within)
  target?.focus({ preventScroll: true })
}
