import type { KeyNote, KeyView } from '../../../shared/matters/suggestion/key-notes'
import { spokenDay } from '../../../shared/rules/days'
import { Card } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Part } from '../pieces/part'
import { today } from './words'

const noteKinds = { progress: '领办进展', dispatch: '调度' } as const

/** 重点建议: who leads it, the plan, and what was done and decided since, newest first. */
export const KeyCard = ({ of: key }: { of: KeyView }) => (
  <Card>
    <Heading>{`${key.year} 年重点建议`}</Heading>
    <Part label="领办领导">{`${key.leadingPost} ${key.leadingOfficial}`}</Part>
    <Part label="怎么办、什么时候办成">{key.plan}</Part>
    {key.notes.map((note) => (
      <KeyNotePart key={note.notedOn + note.kind + note.note} note={note} />
    ))}
  </Card>
)

export const KeyNotePart = ({ note }: { note: KeyNote }) => (
  <Part
    label={[
      `${spokenDay(note.notedOn, today())} ${noteKinds[note.kind]}`,
      note.planItem && `列入计划：${note.planItem}`,
      note.by && `${note.by}登记`,
    ]
      .filter(Boolean)
      .join(' · ')}
  >
    {note.note}
  </Part>
)
