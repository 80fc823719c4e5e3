import { Picker, View } from '@tarojs/components'
import type { ChangeEvent } from 'react'
import { spokenDate } from '../../../shared/rules/days'
import { today } from '../client/today'
import { aloud } from './aloud'
import { byKeyboard } from './press'

/**
 * A day: the wheel of the phone, and in a browser its own field, which a desk types into and a phone turns. Taro's wheel
 * for browsers hears a tap twice, as a touch and as a click, and on a slow phone it turns by twice as much.
 * @param within the first and the last day that make sense, if they are known
 */
export function DayField({
  label,
  trouble,
  value,
  within,
  onChange,
}: {
  label: string
  trouble?: string
  value: string
  within: { start?: string; end?: string }
  onChange: (day: string | undefined) => void
}) {
  const spoken = value ? spokenDate(value, today()) : '选一个日期'
  if (process.env.TARO_ENV === 'h5')
    return (
      <View className="field-day">
        <input
          type="date"
          className="field-input"
          aria-label={label}
          {...(trouble ? { 'aria-invalid': true, 'aria-description': trouble } : {})}
          min={within.start}
          max={within.end}
          value={value}
          onChange={(event: ChangeEvent<HTMLInputElement>) => onChange(event.target.value || undefined)}
        />
        <View className="field-day-words">{spoken}</View>
      </View>
    )
  return (
    <Picker
      mode="date"
      {...within}
      value={value || today()}
      onChange={(event) => onChange(event.detail.value)}
    >
      <View
        className="field-input field-pick"
        {...byKeyboard}
        {...aloud('button', { label: `${label}：${spoken}` })}
      >
        {spoken}
      </View>
    </Picker>
  )
}
