import { Input, Textarea, View } from '@tarojs/components'
import { useContext, useState } from 'react'
import { daysWithin } from '../../../shared/rules/day-reach'
import { yearOf } from '../../../shared/rules/days'
import { today } from '../client/today'
import type { FormField } from '../hooks/use-form'
import { aloud, asked } from './aloud'
import { Choose, type Copyable, type Option } from './choose'
import { BlurField } from './blur-field'
import { CopyButton } from './copy-button'
import { DayField } from './day-field'
import { InSheet } from './error-list'
import { FilesField } from './files-field'
import { PhotosField } from './photos-field'
import { press } from './press'
import { VoiceField } from './voice-field'
import './chip.scss'
import './field.scss'

/** Lists that a field picks from, by the kind of field. */
export type Lists = Readonly<Partial<Record<string, readonly Option[]>>>

/** One input: label above, help and count below, and the sentence of what is not right yet in its place. */
export function Field(props: {
  field: FormField
  value: unknown
  error?: string | undefined
  lists?: Lists
  hints?: readonly string[]
  copies?: readonly Copyable[]
  /** WeChat is to open its keyboard for it. */
  focused?: boolean
  onLeave?: () => void
  onChange: (value: unknown) => void
}) {
  const { field, value, error, hints = [], copies = [], onChange } = props
  return (
    <View className={`field field-of-${field.kind}${error ? ' field-wrong' : ''}`} id={`field-${field.name}`}>
      {field.kind === 'tick' ? null : (
        <View className="field-label">
          {field.label}
          {field.optional ? <View className="field-maybe">可不填</View> : null}
        </View>
      )}
      <Control {...props} />
      {copies.length > 0 ? <CopyButton from={copies} value={textOf(value)} onChange={onChange} /> : null}
      {error ? (
        <View className="field-error" {...aloud('alert')}>
          {error}
        </View>
      ) : null}
      {hints.map((hint) => (
        <View key={hint} className="field-hint">
          {hint}
        </View>
      ))}
      {field.help || (field.kind === 'paragraph' && field.max) ? (
        <View className="field-foot">
          <View className="field-help">{field.help}</View>
          {field.kind === 'paragraph' && field.max ? (
            <View>{`${[...textOf(value)].length}/${field.max}`}</View>
          ) : null}
        </View>
      ) : null}
    </View>
  )
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
const listOf = (value: unknown) => (Array.isArray(value) ? (value as string[]) : [])

/** How far the keyboard of a phone stays below the line that is typed: what stands under the field is seen too. */
const keyboardGap = 96

/** In WeChat the keyboard pushes the page up, and is opened where a field is gone to. */
const typing = ({ focused = false, onLeave }: { focused?: boolean; onLeave?: () => void }) =>
  process.env.TARO_ENV === 'weapp'
    ? {
        cursorSpacing: keyboardGap,
        adjustPosition: true,
        ...(focused ? { focus: true, onBlur: () => onLeave?.() } : {}),
      }
    : {}

function Control(props: {
  field: FormField
  value: unknown
  error?: string | undefined
  lists?: Lists
  focused?: boolean
  onLeave?: () => void
  onChange: (value: unknown) => void
}) {
  const { field, value, error, onChange } = props
  const inSheet = useContext(InSheet)
  const typed = typing(props)
  const options = Object.entries(field.options ?? {})
  const trouble = [error, field.help].filter(Boolean).join('；')
  const named = asked(field.label, trouble)
  switch (field.kind) {
    case 'line':
      return (
        <Input
          className="field-input"
          {...named}
          {...typed}
          value={textOf(value)}
          maxlength={field.max ?? 200}
          onInput={(event) => onChange(event.detail.value)}
        />
      )
    case 'secret':
      return (
        <Input
          className="field-input"
          {...named}
          {...typed}
          password
          value={textOf(value)}
          maxlength={field.max ?? 100}
          onInput={(event) => onChange(event.detail.value)}
        />
      )
    case 'nickname':
      // A name that WeChat offers comes with the end of the input; one that it does not let pass is gone again.
      return (
        <Input
          className="field-input"
          {...named}
          {...typed}
          type={process.env.TARO_ENV === 'weapp' ? 'nickname' : 'text'}
          value={textOf(value)}
          maxlength={field.max ?? 20}
          onInput={(event) => onChange(event.detail.value)}
          onBlur={(event) => onChange(event.detail.value)}
          onNickNameReview={(event) => {
            const { pass, timeout } = event.detail as { pass?: boolean; timeout?: boolean }
            if (pass === false && timeout !== true) onChange('')
          }}
        />
      )
    case 'amount':
      return (
        <Input
          className="field-input"
          {...named}
          {...typed}
          type="number"
          value={typeof value === 'number' ? String(value) : textOf(value)}
          maxlength={field.max ?? 12}
          onInput={(event) => onChange(event.detail.value)}
        />
      )
    case 'paragraph':
      return (
        <Textarea
          className="field-input field-area"
          {...named}
          {...typed}
          {...(inSheet ? { fixed: true } : {})}
          value={textOf(value)}
          maxlength={field.max ?? -1}
          autoHeight={process.env.TARO_ENV === 'weapp'}
          onInput={(event) => onChange(event.detail.value)}
        />
      )
    case 'tick':
      return (
        <View
          className="field-tick"
          hoverClass="card-hover"
          {...press(() => onChange(value === true ? undefined : true), {
            as: 'checkbox',
            on: value === true,
          })}
        >
          <View className={`choose-box${value === true ? ' choose-on' : ''}`} />
          <View>{field.label}</View>
        </View>
      )
    case 'choice':
      return (
        <View className="field-chips" {...aloud('radiogroup', { label: field.label })}>
          {options.map(([key, word]) => (
            <View
              key={key}
              className={`chip${(value ?? field.preset) === key ? ' chip-on' : ''}`}
              {...press(() => onChange(field.optional && value === key ? null : key), {
                as: 'radio',
                on: (value ?? field.preset) === key,
              })}
            >
              {word}
            </View>
          ))}
        </View>
      )
    case 'choices': {
      const chosen = listOf(value)
      const turn = (key: string) =>
        onChange(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key])
      return (
        <View className="field-chips" {...aloud('group', { label: field.label })}>
          {options.map(([key, word]) => (
            <View
              key={key}
              className={`chip${chosen.includes(key) ? ' chip-on' : ''}`}
              {...press(() => turn(key), { as: 'checkbox', on: chosen.includes(key) })}
            >
              {word}
            </View>
          ))}
        </View>
      )
    }
    case 'day':
      return (
        <DayField
          label={field.label}
          trouble={trouble}
          value={textOf(value)}
          within={yearsOf(field)}
          onChange={onChange}
        />
      )
    case 'photos':
      return (
        <PhotosField value={listOf(value)} most={field.max ?? 3} beside={field.beside} onChange={onChange} />
      )
    case 'voice':
      return <VoiceField value={textOf(value)} of={field} onChange={onChange} />
    case 'blurred':
      return <BlurField photo={props.lists?.blurred?.[0]?.id ?? ''} value={value} onChange={onChange} />
    case 'files':
      return (
        <FilesField
          value={listOf(value)}
          most={field.max ?? 5}
          known={props.lists?.files ?? []}
          onChange={onChange}
        />
      )
    default:
      return <Pick {...props} />
  }
}

/** Of days that make sense only their years are on the wheel; for a day beyond them there is a sentence. */
function yearsOf({ reach }: FormField) {
  if (reach === undefined) return {}
  const { from, to } = daysWithin(reach, today())
  return { start: `${yearOf(from)}-01-01`, end: `${yearOf(to)}-12-31` }
}

/** Opens a list to pick from, and shows what was picked. */
function Pick({
  field,
  value,
  lists,
  onChange,
}: {
  field: FormField
  value: unknown
  lists?: Lists
  onChange: (value: unknown) => void
}) {
  const [open, setOpen] = useState(false)
  const several = field.several === true
  const chosen = several ? listOf(value) : textOf(value) ? [textOf(value)] : []
  const options = lists?.[field.kind] ?? []
  const names = chosen.map((id) => options.find((option) => option.id === id)?.name ?? '').filter(Boolean)
  const picked = names.length > 0 ? names.join('、') : '请选择'
  const choose = (ids: string[]) => onChange(several ? (ids.length > 0 ? ids : undefined) : ids[0])
  return (
    <>
      <View
        className={`field-input field-pick${names.length === 0 ? ' field-empty' : ''}`}
        hoverClass="card-hover"
        {...press(() => setOpen(true))}
        {...aloud('button', { label: `${field.label}：${picked}` })}
      >
        {picked}
      </View>
      {open ? (
        <Choose
          title={field.label}
          options={options}
          chosen={chosen}
          several={several}
          onChoose={choose}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
