import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import type { WaitingItem } from '../../../shared/api/hand-over'
import { spokenDate } from '../../../shared/rules/days'
import { today } from '../client/today'
import { useListKeys } from '../hooks/use-list-keys'
import { useSorted } from '../hooks/use-sorted'
import { initialsOf } from '../../../shared/words/initials'
import { Choose, type Option } from '../pieces/choose'
import { press } from '../pieces/press'
import { type Column, inOrder, Table } from '../pieces/table'
import { TypeAhead } from '../pieces/type-ahead'
import type { HandingOver } from './use-hand-over'

const rows = 'hand-over-rows'
const fieldOf = ({ id }: WaitingItem) => `unit-of-${id}`
const focus = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus()

/** The list of a meeting on a desk, each row with its unit: a few letters and Enter, without a mouse. */
export function HandOverTable(props: {
  town: string
  waiting: readonly WaitingItem[]
  units: readonly Option[]
  meeting: HandingOver
  /** Ctrl and Enter: all that is settled is looked over. */
  onReady: () => void
}) {
  const { town, waiting, units, meeting, onReady } = props
  const [sorted, sort] = useSorted(town)
  const [helping, setHelping] = useState<WaitingItem>()
  const findable = useMemo(() => units.map((unit) => ({ ...unit, initials: initialsOf(unit.name) })), [units])
  const nameOf = (id: string | undefined) => units.find((unit) => unit.id === id)?.name
  const columns: Column<WaitingItem>[] = [
    {
      key: 'chosen',
      head: '交办',
      cell: (item) => (
        <View
          className="hand-over-tick"
          id={`tick-${item.id}`}
          {...press(() => toggle(item), { as: 'checkbox', on: meeting.isChosen(item) })}
          {...(process.env.TARO_ENV === 'h5' ? { 'aria-label': `交办《${item.subject}》` } : {})}
        >
          <View className={`choose-box${meeting.isChosen(item) ? ' choose-on' : ''}`} />
        </View>
      ),
    },
    { key: 'no', head: '编号', cell: ({ no }) => no ?? '—', order: ({ no }) => no, tight: true },
    {
      key: 'subject',
      head: '事由 · 代表 · 村',
      cell: ({ subject, leadDeputy, village }) => (
        <>
          <View>{subject}</View>
          <View className="note">{[`${leadDeputy}代表`, village].filter(Boolean).join(' · ')}</View>
        </>
      ),
      order: ({ village }) => village,
      width: 30,
    },
    {
      key: 'wished',
      head: '代表希望',
      cell: ({ wishedUnit }) => wishedUnit?.name ?? '—',
      order: ({ wishedUnit }) => wishedUnit?.name ?? null,
    },
    {
      key: 'unit',
      head: '主办单位',
      cell: (item) => (
        <TypeAhead
          id={fieldOf(item)}
          label={`《${item.subject}》的主办单位`}
          options={findable}
          chosen={meeting.choiceOf(item).leadUnitId}
          onChoose={(leadUnitId) => meeting.choose(item, { leadUnitId, isOut: false })}
          onTaken={() => goOn(item, 1)}
          onKey={(key, isEmpty) => answer(item, key, isEmpty)}
        />
      ),
      width: 24,
    },
    {
      key: 'others',
      head: '协办',
      cell: (item) => {
        const names = (meeting.choiceOf(item).coUnitIds ?? []).map((id) => nameOf(id) ?? '')
        return (
          <View
            className="hand-over-others"
            id={`others-${item.id}`}
            {...press(() => setHelping(item))}
            {...(process.env.TARO_ENV === 'h5'
              ? { 'aria-label': `《${item.subject}》的协办单位：${names.join('、') || '没有'}` }
              : {})}
          >
            {names.join('、') || '＋'}
          </View>
        )
      },
    },
    {
      key: 'deadline',
      head: '答复限期',
      cell: (item) => (meeting.isChosen(item) ? spokenDate(item.deadlineOn, today()) : '—'),
      order: ({ deadlineOn }) => deadlineOn,
      tight: true,
    },
  ]
  const shown = inOrder(waiting, columns, sorted)
  const goOn = (item: WaitingItem, by: 1 | -1) => {
    const next = shown[shown.indexOf(item) + by]
    if (next) focus(`#${fieldOf(next)}`)
    else if (by === 1) focus('#hold-meeting .button')
  }
  const toggle = (item: WaitingItem) =>
    meeting.choiceOf(item).leadUnitId === undefined
      ? focus(`#${fieldOf(item)}`)
      : meeting.choose(item, { isOut: meeting.isChosen(item) })
  const answer = (item: WaitingItem, key: string, isEmpty: boolean): boolean => {
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      goOn(item, key === 'ArrowDown' ? 1 : -1)
      return true
    }
    if (!isEmpty || (key !== '=' && key !== ' ')) return false
    const above = shown[shown.indexOf(item) - 1]
    if (key === ' ') toggle(item)
    else if (above) {
      meeting.choose(item, { leadUnitId: meeting.choiceOf(above).leadUnitId, isOut: false })
      goOn(item, 1)
    }
    return true
  }
  const step = (by: 1 | -1) => {
    const item = shown.at(by === 1 ? 0 : -1)
    if (item) focus(`#${fieldOf(item)}`)
  }
  useListKeys({ step }, rows)
  return (
    <div
      id={rows}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onReady()
      }}
    >
      <View className="note hand-over-keys">
        按 / 到第一格；打几个字或首字母，回车选定并到下一行；按 = 同上，按空格这一件先不交办；Ctrl +
        回车核对。
      </View>
      <Table
        said="等着交办的建议"
        columns={columns}
        rows={shown}
        keyOf={({ id }) => id}
        classOf={(item) => (meeting.isChosen(item) ? '' : 'hand-over-out')}
        sorted={sorted}
        onSort={sort}
      />
      {helping ? (
        <Choose
          title={`《${helping.subject}》的协办单位`}
          options={units}
          chosen={meeting.choiceOf(helping).coUnitIds ?? []}
          several
          onChoose={(ids) => meeting.choose(helping, { coUnitIds: ids })}
          onClose={() => setHelping(undefined)}
        />
      ) : null}
    </div>
  )
}
