import { type KeyboardEvent, useId, useState } from 'react'
import type { Option } from './choose'
import './type-ahead.scss'

/** As many as one takes in at a glance. */
const mostShown = 7

/** An option with what it is found by besides its name: the first letters of its syllables. */
export interface Findable extends Option {
  initials: string
}

/** Those that the typed characters, or the first letters of the syllables, are found in; what begins so comes first. */
export function optionsFor(typed: string, options: readonly Findable[]): Findable[] {
  const words = typed.trim().toLowerCase()
  if (words === '') return options.slice(0, mostShown)
  const placed = options.flatMap((option) => {
    const at = [option.name.toLowerCase().indexOf(words), option.initials.indexOf(words)]
    const found = at.filter((place) => place >= 0)
    return found.length === 0 ? [] : [{ option, at: Math.min(...found) }]
  })
  return placed
    .sort((one, other) => one.at - other.at)
    .slice(0, mostShown)
    .map(({ option }) => option)
}

/**
 * Picks one of many at the keyboard of a desk; only h5 has it. Some characters or first letters find it, up and down choose,
 * Enter takes it.
 * @param onKey a key that means something else here; it answers whether it did
 */
export function TypeAhead(props: {
  id: string
  label: string
  options: readonly Findable[]
  chosen: string | undefined
  wrong?: string | undefined
  onChoose: (id: string | undefined) => void
  /** Enter, once something is chosen: goes on to what is next. */
  onTaken: () => void
  onKey: (key: string, isEmpty: boolean) => boolean
}) {
  const { id, label, options, chosen, wrong, onChoose, onTaken, onKey } = props
  const [typed, setTyped] = useState<string>()
  const [at, setAt] = useState(0)
  const list = useId()
  const name = options.find((option) => option.id === chosen)?.name ?? ''
  const shown = typed === undefined ? [] : optionsFor(typed, options)
  const open = shown.length > 0
  const take = (option: Option) => {
    onChoose(option.id)
    setTyped(undefined)
    onTaken()
  }
  const press = (event: KeyboardEvent) => {
    // Enter that ends the writing of a character by its sounds is no answer yet.
    if (event.nativeEvent.isComposing) return
    const answered = () => {
      const { key } = event
      const under = shown[at]
      if (key === 'Enter') {
        if (open && under) take(under)
        else if (name !== '') onTaken()
        return true
      }
      if (open && (key === 'ArrowDown' || key === 'ArrowUp')) {
        setAt(Math.min(Math.max(at + (key === 'ArrowDown' ? 1 : -1), 0), shown.length - 1))
        return true
      }
      if (key === 'Escape' && typed !== undefined) {
        setTyped(undefined)
        return true
      }
      return onKey(key, typed === undefined || typed === '')
    }
    if (answered()) event.preventDefault()
  }
  return (
    <div className="ahead">
      <input
        id={id}
        className={`ahead-input${wrong ? ' ahead-wrong' : ''}`}
        role="combobox"
        aria-label={label}
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        {...(open ? { 'aria-activedescendant': `${list}-${at}` } : {})}
        {...(wrong ? { 'aria-invalid': true, 'aria-description': wrong } : {})}
        autoComplete="off"
        placeholder="几个字或首字母"
        value={typed ?? name}
        onFocus={(event) => event.currentTarget.select()}
        onMouseDown={() => setTyped((before) => before ?? '')}
        onChange={(event) => {
          const { value } = event.currentTarget
          setTyped(value)
          setAt(0)
          if (value === '') onChoose(undefined)
        }}
        onKeyDown={press}
        onBlur={() => setTyped(undefined)}
      />
      {typed !== undefined && typed !== '' && !open ? (
        <div className="ahead-none">没有找到，换几个字试试</div>
      ) : null}
      <div id={list} role="listbox" aria-label={label} className={`ahead-list${open ? ' ahead-open' : ''}`}>
        {shown.map((option, index) => (
          <div
            key={option.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            className={`ahead-option${index === at ? ' ahead-at' : ''}`}
            // Before the field loses the focus, which closes the list.
            onMouseDown={(event) => {
              event.preventDefault()
              take(option)
            }}
          >
            {option.name}
            {option.note ? <span className="ahead-note">{option.note}</span> : null}
          </div>
        ))}
      </div>
    </div>
  )
}
