import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choose, type Copyable } from './choose'
import { press } from './press'

/** Begins a text with a copy; what is typed already stays above it. */
export function CopyButton(props: {
  from: readonly Copyable[]
  value: string
  onChange: (value: string) => void
}) {
  const { from, value, onChange } = props
  const [open, setOpen] = useState(false)
  const copy = (id: string | undefined) => {
    const chosen = from.find((one) => one.id === id)
    if (chosen) onChange([value, chosen.text].filter(Boolean).join('\n'))
  }
  return (
    <>
      <View className="field-copy" hoverClass="card-hover" {...press(() => setOpen(true))}>
        {`挑一份范文照着改（${from.length} 份）`}
      </View>
      {open ? (
        <Choose
          title="挑一份范文"
          options={from}
          chosen={[]}
          several={false}
          onChoose={([id]) => copy(id)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}
