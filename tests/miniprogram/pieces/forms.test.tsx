/** @jest-environment ./tests/support/pieces/browser-environment.ts */
import { useState } from 'react'
import * as z from 'zod/mini'
import { useForm } from '../../../miniprogram/src/hooks/use-form'
import { Offline } from '../../../miniprogram/src/client/request'
import { ActionBar } from '../../../miniprogram/src/pieces/action-bar'
import { Choose } from '../../../miniprogram/src/pieces/choose'
import '../../../miniprogram/src/pieces/error-list'
import { CopyButton } from '../../../miniprogram/src/pieces/copy-button'
import { DayField } from '../../../miniprogram/src/pieces/day-field'
import { Field } from '../../../miniprogram/src/pieces/field'
import { BlurAreas } from '../../../miniprogram/src/pieces/blur-areas'
import { BlurField } from '../../../miniprogram/src/pieces/blur-field'
import { FilesField } from '../../../miniprogram/src/pieces/files-field'
import { FormFields } from '../../../miniprogram/src/pieces/form-fields'
import { PhotosField } from '../../../miniprogram/src/pieces/photos-field'
import { Surroundings } from '../../../miniprogram/src/pieces/surroundings'
import { choice, day, line, maybe, paragraph, pickedMany, tick } from '../../../shared/grammar/fields'
import { Refusal } from '../../../shared/words/refusals'
import { draw } from '../../support/pieces/draw'
import { act } from 'react'

const noFiles = {
  blurPhoto: jest.fn(),
  chooseFiles: jest.fn(),
  choosePhotosAsFiles: jest.fn(),
  sendFile: jest.fn(),
}
const options = Array.from({ length: 10 }, (_, at) => ({ id: `o${at}`, name: `第${at}个`, note: null }))

test('a field says its label, that it may be left out, its help, its count and what is not right yet', () => {
  const { text, one } = draw(
    <Field
      field={{ name: 'why', label: '理由', kind: 'paragraph', optional: true, max: 10, help: '写给同事看' }}
      value="三个字"
      error="再写几个字。"
      hints={['可以短一些。']}
      onChange={() => undefined}
    />,
  )
  expect(text()).toBe('理由可不填三个字再写几个字。可以短一些。写给同事看3/10')
  expect(one('.field-wrong').id).toBe('field-why')
})

test('each kind of field hands on what was put in', () => {
  const form = z.strictObject({
    name: line('名称', 20),
    text: paragraph('正文', 50),
    how: choice('方式', { call: '打电话', visit: '上门' }),
    sure: tick('已经核对'),
    on: day('哪天', 'happened'),
  })
  let last: unknown
  function Drawn() {
    const held = useForm(form)
    last = held.values
    return <FormFields form={held} />
  }
  const { type, tap, all, key, text } = draw(<Drawn />)
  type('#field-name input', '名字')
  type('#field-text textarea', '正文')
  tap('#field-how .chip:last-child')
  key('#field-sure .field-tick', ' ')
  type('#field-on input', '2026-11-23')
  expect(last).toEqual({ name: '名字', text: '正文', how: 'visit', sure: true, on: '2026-11-23' })
  expect(text()).toContain('11月23日 周一')
  expect(all('#field-how .chip').map((chip) => chip.getAttribute('aria-checked'))).toEqual(['false', 'true'])
  type('#field-on input', '')
  expect(last).not.toHaveProperty('on', expect.anything())
  expect(text()).toContain('选一个日期')
})

test('where nobody need be chosen, having chosen nobody is left out; where somebody must be, it is said', () => {
  const form = z.strictObject({
    came: pickedMany('到了的人', 'sitter', 9),
    away: maybe(pickedMany('请了假的人', 'sitter', 9)),
  })
  let held: ReturnType<typeof useForm> | undefined
  const Drawn = ({ came }: { came: string[] }) => {
    held = useForm(form, { came, away: [] })
    return <FormFields form={held} />
  }
  const somebody = '01arz3ndektsv4rrffq69g5fav'
  draw(<Drawn came={[somebody]} />)
  expect(held?.check()).toEqual({ came: [somebody] })
  draw(<Drawn came={[]} />)
  act(() => expect(held?.check()).toBeUndefined())
  expect(held?.errors).toEqual({ came: '请至少选一个到了的人。' })
})

test('a day has its own field, with what is not right yet beside it', () => {
  const picked = jest.fn()
  const within = { start: '2026-01-01', end: '2026-12-31' }
  const { one, type, text } = draw(
    <DayField label="哪天" trouble="请核对。" value="2026-11-23" within={within} onChange={picked} />,
  )
  const field = one('input') as HTMLInputElement
  expect([field.type, field.min, field.max, field.value]).toEqual([
    'date',
    '2026-01-01',
    '2026-12-31',
    '2026-11-23',
  ])
  expect([field.getAttribute('aria-label'), field.getAttribute('aria-description')]).toEqual([
    '哪天',
    '请核对。',
  ])
  expect(text()).toContain('周一')
  type('input', '2026-11-24')
  type('input', '')
  expect(picked.mock.calls).toEqual([['2026-11-24'], [undefined]])
})

test('a text begins with a copy of what is picked, and keeps what was typed above it', () => {
  const changed = jest.fn()
  const from = [
    { id: 'a', name: '已经解决', note: null, text: '已经修好。', goesWith: 'A' },
    { id: 'b', name: '列入计划', note: null, text: '列入明年计划。', goesWith: 'A' },
  ]
  const { key, tap, text } = draw(<CopyButton from={from} value="王代表：" onChange={changed} />)
  expect(text()).toBe('挑一份范文照着改（2 份）')
  key('.field-copy', 'Enter')
  expect(text()).toContain('列入计划')
  tap('.choose-row:last-child')
  expect(changed.mock.calls).toEqual([['王代表：\n列入明年计划。']])
})

test('a list is opened by a key, searched, and one is picked', () => {
  const picked = jest.fn()
  const { key, type, all, tap, text } = draw(
    <Field
      field={{ name: 'unit', label: '哪一个', kind: 'unit', optional: false }}
      value={undefined}
      lists={{ unit: options }}
      onChange={picked}
    />,
  )
  key('.field-pick', 'Enter')
  expect(all('.choose-row')).toHaveLength(10)
  type('.choose-search', '第7')
  expect(all('.choose-row')).toHaveLength(1)
  type('.choose-search', '没有')
  expect(text()).toContain('没有找到，换几个字试试。')
  type('.choose-search', '第7')
  tap('.choose-row')
  expect(picked).toHaveBeenCalledWith('o7')
  expect(all('.sheet')).toEqual([])
})

test('of several that may be picked none is handed on before one says so', () => {
  const chosen = jest.fn()
  const { all, key, tap, text } = draw(
    <Choose
      title="选几个"
      options={options.slice(0, 3)}
      chosen={['o0']}
      several
      onChoose={chosen}
      onClose={() => undefined}
    />,
  )
  key('.choose-row:nth-child(2)', ' ')
  expect(chosen).not.toHaveBeenCalled()
  expect(all('.choose-row').map((row) => row.getAttribute('aria-checked'))).toEqual(['true', 'true', 'false'])
  expect(text()).toContain('选好了（2）')
  tap('.choose-done .button')
  expect(chosen).toHaveBeenCalledWith(['o0', 'o1'])
})

test('a step is taken in its sheet: what matters first, what is missing in its place, and then what came of it', async () => {
  const take = jest.fn(() => Promise.resolve('好了'))
  const done = jest.fn()
  const steps = [
    { name: 'drop', label: '撤下', tone: 'danger', input: z.strictObject({}) },
    { name: 'note', label: '写一句', tone: 'primary', input: z.strictObject({ line: line('一句话', 20) }) },
  ] as const
  const { all, tap, key, type, text, arrive } = draw(
    <ActionBar keeps={null} steps={steps} take={take} done={done} />,
  )
  expect(all('.actions-one').map(({ id }) => id)).toEqual(['action-note', 'action-drop'])
  tap('#action-drop .button')
  expect(text()).toContain('确定要“撤下”吗？')
  key('.sheet', 'Escape')
  tap('#action-note .button')
  tap('#action-confirm .button')
  expect(text()).toContain('请填写一句话。')
  expect(take).not.toHaveBeenCalled()
  type('#field-line input', '收到。')
  tap('#action-confirm .button')
  await arrive()
  expect(take).toHaveBeenCalledWith('note', { line: '收到。' }, expect.any(String))
  expect(done).toHaveBeenCalledWith('好了')
  expect(all('.sheet')).toEqual([])
})

test('several errors stand in a list of which each leads to its field, a single one is gone to', () => {
  const form = z.strictObject({ name: line('名称', 20), text: paragraph('正文', 50) })
  const gone: string[] = []
  Element.prototype.scrollIntoView = function (this: Element) {
    gone.push(this.id)
  }
  Element.prototype.getClientRects = () => [{}] as unknown as DOMRectList
  function Drawn() {
    const held = useForm(form)
    return (
      <>
        <FormFields form={held} />
        <b id="send" onClick={() => void held.check()} />
      </>
    )
  }
  const { tap, type, all, one } = draw(<Drawn />)
  expect(all('#form-errors')).toEqual([])
  tap('#send')
  expect(one('#form-errors').textContent).toBe('有 2 处要改名称：请填写名称。正文：请填写正文。')
  expect([gone, document.activeElement?.id]).toEqual([['form-errors'], 'form-errors'])
  tap('.errors-one:last-child')
  expect([gone.pop(), document.activeElement?.closest('.field')?.id]).toEqual(['field-text', 'field-text'])
  type('#field-text textarea', '有')
  expect(all('#form-errors')).toEqual([])
  tap('#send')
  expect([gone.pop(), document.activeElement?.closest('.field')?.id]).toEqual(['field-name', 'field-name'])
})

test('one step is filled, the one that brings the matter on; all others stand behind one line with what follows from them', () => {
  const form = z.strictObject({})
  const steps = [
    { name: 'stay', label: '登记面商', tone: 'primary', input: form, bringsOn: false },
    { name: 'go', label: '答复代表', tone: 'primary', input: form, bringsOn: true },
    { name: 'note', label: '报告进展', tone: 'quiet', input: form },
  ] as const
  const follows = (step: string) =>
    step === 'go' ? ['之后等领衔代表。', '办了就不能自己收回。'] : ['有关的镇人大办会收到消息。']
  const { all, tap, text } = draw(
    <ActionBar keeps={null} steps={steps} take={jest.fn()} done={jest.fn()} follows={follows} />,
  )
  expect(all('.button-primary').map((button) => button.textContent)).toEqual(['答复代表'])
  expect(text()).toBe(
    '答复代表其他登记面商、报告进展登记面商有关的镇人大办会收到消息。报告进展有关的镇人大办会收到消息。',
  )
  tap('.actions-others .fold-head')
  expect(all('.fold-open .actions-one')).toHaveLength(2)
  tap('#action-go .button')
  expect(text()).toContain('确定要“答复代表”吗？之后等领衔代表。办了就不能自己收回。')
  // A short one leaves in sight what it is about; one with many fields has the whole height of a phone.
  expect(all('.sheet-tall')).toEqual([])
})

test('a long form has the whole height of a phone', () => {
  const input = z.strictObject({ a: line('甲', 9), b: line('乙', 9), c: line('丙', 9), d: line('丁', 9) })
  const steps = [{ name: 'reply', label: '答复代表', tone: 'primary', input }] as const
  const { all, tap } = draw(<ActionBar keeps={null} steps={steps} take={jest.fn()} done={jest.fn()} />)
  tap('#action-reply .button')
  expect(all('.sheet-tall')).toHaveLength(1)
})

test('whoever was too late reads who was quicker, also where the step is one no longer', async () => {
  const note = { name: 'note', label: '写一句', tone: 'primary' as const, input: z.strictObject({}) }
  function Drawn() {
    const [open, setOpen] = useState(true)
    const take = () => Promise.reject(new Refusal('stale', {}, '陈静刚刚写过。'))
    return (
      <ActionBar
        keeps={null}
        steps={open ? [note] : []}
        take={take}
        done={() => undefined}
        stale={() => setOpen(false)}
      />
    )
  }
  const { all, tap, text, arrive } = draw(<Drawn />)
  tap('#action-note .button')
  tap('#action-confirm .button')
  await arrive()
  expect([text(), all('.sheet')]).toEqual(['陈静刚刚写过。', []])
})

test('a list that may be left out is not asked for while there is nothing in it', () => {
  const form = z.strictObject({ name: maybe(line('名称', 20)) })
  function Drawn() {
    return <FormFields form={useForm(form)} lists={{ line: [] }} />
  }
  expect(draw(<Drawn />).all('.field')).toEqual([])
})

test('photos of a form are fetched from where they were sent, and may be taken away', async () => {
  const kept = 'a'.repeat(26)
  const changed = jest.fn()
  const surroundings = {
    sendPhoto: () => Promise.resolve(kept),
    fetchPhoto: (id: string) => Promise.resolve(`/files/${id}`),
    ...noFiles,
    signIn: () => undefined,
    beginAnew: () => undefined,
    whoAmI: () => undefined,
    head: null,
    settling: null,
    over: null,
  }
  const { one, all, tap, arrive, text } = draw(
    <Surroundings.Provider value={surroundings}>
      <PhotosField value={[kept, '/tmp/fresh.jpg']} most={2} onChange={changed} />
    </Surroundings.Provider>,
  )
  await arrive()
  expect(one('.photos-picture').getAttribute('src')).toBe(`/files/${kept}`)
  expect(text()).toContain('正在上传…')
  expect(all('.photos-add')).toEqual([])
  tap('.photos-remove')
  expect(changed).toHaveBeenCalledWith(['/tmp/fresh.jpg'])
})

test('files of a form are sent as they are picked, are called by their names, and may be taken away', async () => {
  const [kept, fresh] = ['a'.repeat(26), 'b'.repeat(26)]
  let value: readonly string[] = [kept]
  let hasLine = true
  const surroundings = {
    ...{ sendPhoto: jest.fn(), fetchPhoto: jest.fn(), blurPhoto: jest.fn() },
    ...{ signIn: jest.fn(), beginAnew: jest.fn(), whoAmI: jest.fn() },
    ...{ head: null, settling: null, over: null, ...noFiles },
    chooseFiles: () =>
      Promise.resolve([
        { path: 'blob:1', name: '方案.docx' },
        { path: 'blob:2', name: '宏.docm' },
      ]),
    sendFile: ({ name }: { name: string }) =>
      !hasLine
        ? Promise.reject(new Offline())
        : name === '宏.docm'
          ? Promise.reject(new Refusal('bad_input', {}, '这个文件带有宏或控件，不能传。'))
          : Promise.resolve({ id: fresh, name }),
  }
  function Drawn() {
    const [held, setHeld] = useState<readonly string[]>(value)
    value = held
    const known = [{ id: kept, name: '合同.pdf', note: null }]
    return (
      <Surroundings.Provider value={surroundings}>
        <FilesField value={held} most={3} known={known} onChange={setHeld} />
      </Surroundings.Provider>
    )
  }
  const { tap, arrive, text, all } = draw(<Drawn />)
  tap('.files-add')
  await arrive()
  await arrive()
  expect(value).toEqual([kept, fresh])
  expect(all('.files-name').map(({ textContent }) => textContent)).toEqual(['合同.pdf', '方案.docx'])
  expect(text()).toContain('这个文件带有宏或控件，不能传。')
  tap('.files-remove')
  expect(value).toEqual([fresh])
  // It is too large to wait on the device, and says so.
  hasLine = false
  tap('.files-add')
  await arrive()
  await arrive()
  expect([value, text().includes('不能先存着等网：这个还没有传上，有网再选一次。')]).toEqual([[fresh], true])
})

test('the picture is there before anything of it is covered', async () => {
  const surroundings = {
    ...noFiles,
    ...{ sendPhoto: jest.fn(), fetchPhoto: () => Promise.resolve('blob:3') },
    ...{ signIn: jest.fn(), beginAnew: jest.fn(), whoAmI: jest.fn() },
    ...{ head: null, settling: null, over: null },
  }
  const { arrive, all } = draw(
    <Surroundings.Provider value={surroundings}>
      <BlurField photo={'a'.repeat(26)} value={undefined} onChange={jest.fn()} />
    </Surroundings.Provider>,
  )
  await arrive()
  expect([all('.blur-frame').length, all('.blur-area').length]).toEqual([1, 0])
})

test('an area lies where it was drawn', () => {
  const areas = [{ x: 0.25, y: 0.5, width: 0.3, height: 0.2 }]
  const { all } = draw(<BlurAreas source="blob:3" areas={areas} onChange={jest.fn()} />)
  expect(all('.blur-area').map((one) => one.getAttribute('style') ?? '')).toHaveLength(1)
})
