import Taro from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { DutyFile, DutyLine } from '../../../shared/api/duty-files'
import { dutyKinds, spokenCount } from '../../../shared/duty/kinds'
import { dutyParts } from '../../../shared/duty/parts'
import { matterPage } from '../../../shared/words/pages'
import { useWide } from '../hooks/use-wide'
import { Card, Cell } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { type Column, Table } from '../pieces/table'
import { registerNamed, registerRowPage } from './registers'
import './duty-part.scss'

/** One part of a duty file: what was done, a line each, and how much of each kind. */
export function DutyPartTable({ town, of }: { town: string; of: DutyFile['parts'][number] }) {
  const { part, lines, counted, hidden } = of
  const wide = useWide()
  const keyOf = (line: DutyLine) => `${line.kind} ${line.on} ${line.source?.id ?? lines.indexOf(line)}`
  const isOwn = lines.some(({ source }) => source !== null)
  return (
    <View className="duty-part">
      <Heading>{dutyParts[part]}</Heading>
      {lines.length === 0 ? null : wide ? (
        <Table
          said={dutyParts[part]}
          columns={columns}
          rows={lines}
          keyOf={keyOf}
          {...(isOwn ? { onOpen: (line: DutyLine) => openSource(town, line) } : {})}
        />
      ) : (
        <Card tight>
          {lines.map((line) => (
            <Cell
              key={keyOf(line)}
              label={titleOf(line)}
              note={[line.on, notes(line)].filter(Boolean).join(' · ')}
              {...(line.source ? { onTap: () => openSource(town, line) } : {})}
            />
          ))}
        </Card>
      )}
      <View className="note">
        {summed(
          counted.map((each) => spokenCount(each.kind, each)),
          lines,
          hidden,
        )}
      </View>
    </View>
  )
}

const columns: readonly Column<DutyLine>[] = [
  {
    key: 'what',
    head: '内容',
    cell: titleOf,
  },
  { key: 'on', head: '日期', tight: true, width: 18, cell: ({ on }) => on },
  { key: 'note', head: '备注', width: 30, cell: (line) => notes(line) || '—' },
]

function titleOf({ kind, title }: DutyLine) {
  return [dutyKinds[kind].word, title].filter(Boolean).join('：')
}

function notes({ measure, kind, note, organiser, typedBy, pending }: DutyLine) {
  const people = measure === null ? null : `${measure} ${dutyKinds[kind].counts ?? ''}`
  return [people, note, organiser, typedBy && `由${typedBy}代记`, pending].filter(Boolean).join('，')
}

function summed(counted: readonly string[], { length }: readonly unknown[], hidden: number) {
  const rest = hidden > 0 ? [`另有 ${hidden} 条不公开`] : []
  const all = counted.length > 0 ? [`合计：${counted.join('；')}`] : []
  const nothing = length === 0 && hidden === 0 ? ['还没有'] : []
  return [...all, ...rest, ...nothing].join('。') + '。'
}

function openSource(town: string, { source }: DutyLine) {
  if (source === null) return
  const { of, id } = source
  const page = registerNamed(of) ? registerRowPage(of, town, id) : `/${matterPage(of, town, id)}`
  void Taro.navigateTo({ url: page })
}
