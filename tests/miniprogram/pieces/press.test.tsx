/** @jest-environment ./tests/support/pieces/browser-environment.ts */
import fs from 'node:fs'
import path from 'node:path'
import { Button } from '../../../miniprogram/src/pieces/button'
import { Card, Cell } from '../../../miniprogram/src/pieces/card'
import { Chips } from '../../../miniprogram/src/pieces/chips'
import { CountLine } from '../../../miniprogram/src/pieces/count-line'
import { Lanes } from '../../../miniprogram/src/pieces/lanes'
import { Sheet } from '../../../miniprogram/src/pieces/sheet'
import { draw } from '../../support/pieces/draw'

const words = { near: '近的', far: '远的' }

test.each([
  ['a button', (onTap: () => void) => <Button onTap={onTap}>送出</Button>, '.button'],
  ['a card', (onTap: () => void) => <Card onTap={onTap}>一件</Card>, '.card'],
  ['a row', (onTap: () => void) => <Cell label="一行" onTap={onTap} />, '.cell'],
  ['a chip', (onTap: () => void) => <Chips words={words} chosen="near" onChoose={onTap} />, '.chip'],
  ['a tab', (onTap: () => void) => <Lanes words={words} open="near" onOpen={onTap} />, '.lane'],
  ['a figure', (onTap: () => void) => <CountLine counts={{ 在办: 2 }} onOpen={onTap} />, '.figure'],
  ['what closes a sheet', (onTap: () => void) => <Sheet title="一张" onClose={onTap} />, '.sheet-close'],
])('%s is reached with Tab, and pressed by finger, Enter and Space alike', (_, build, selector) => {
  const pressed = jest.fn()
  const { one, tap, key } = draw(build(pressed))
  expect([one(selector).tabIndex, one(selector).getAttribute('role')]).toEqual([0, expect.any(String)])
  tap(selector)
  expect(key(selector, 'Enter')).toBe(false)
  expect(key(selector, ' ')).toBe(false)
  expect(key(selector, 'x')).toBe(true)
  expect(pressed).toHaveBeenCalledTimes(3)
})

test('what leads nowhere is not stopped at', () => {
  const { one } = draw(
    <Card>
      <Cell label="一行" />
      <CountLine counts={{ 逾期: 0 }} onOpen={jest.fn()} />
    </Card>,
  )
  expect([one('.card').getAttribute('tabindex'), one('.cell').getAttribute('role')]).toEqual([null, null])
  expect(one('.figure').getAttribute('role')).toBeNull()
})

test('a key pressed inside of something is not pressed on what is around it', () => {
  const [outer, inner] = [jest.fn(), jest.fn()]
  const { key } = draw(
    <Card onTap={outer}>
      <input onKeyDown={inner} />
    </Card>,
  )
  key('input', 'Enter')
  expect([outer.mock.calls.length, inner.mock.calls.length]).toEqual([0, 1])
})

test('which of several is chosen is said, not only coloured', () => {
  const { all } = draw(<Lanes words={words} open="far" onOpen={() => undefined} />)
  expect(all('.lane').map((lane) => [lane.getAttribute('role'), lane.getAttribute('aria-selected')])).toEqual(
    [
      ['tab', 'false'],
      ['tab', 'true'],
    ],
  )
})

test('a sheet goes with Escape, and with nothing else that is typed', () => {
  const closed = jest.fn()
  const { key } = draw(<Sheet title="一张" onClose={closed} />)
  key('.sheet', 'x')
  expect(closed).not.toHaveBeenCalled()
  key('.sheet', 'Escape')
  expect(closed).toHaveBeenCalledTimes(1)
})

test('of two sheets Escape closes the one on top, and the keyboard goes back to where it was', () => {
  const [below, above] = [jest.fn(), jest.fn()]
  const two = (isOpen: boolean) => (
    <Sheet title="下面一张" onClose={below}>
      <Button onTap={() => undefined}>挑一个</Button>
      {isOpen ? (
        <Sheet title="上面一张" onClose={above}>
          一行
        </Sheet>
      ) : null}
    </Sheet>
  )
  const { one, key, again } = draw(two(false))
  expect(document.activeElement).toBe(one('[aria-label=下面一张]'))
  one('.button').focus()
  again(two(true))
  expect(document.activeElement).toBe(one('[aria-label=上面一张]'))
  key('[aria-label=上面一张]', 'Escape')
  expect([below.mock.calls.length, above.mock.calls.length]).toEqual([0, 1])
  again(two(false))
  expect(document.activeElement).toBe(one('.button'))
})

test('a button that is busy or off is not pressed by a key either', () => {
  const pressed = jest.fn()
  const { one, all, key } = draw(
    <>
      <Button busy onTap={pressed}>
        送出
      </Button>
      <Button disabled onTap={pressed}>
        不行
      </Button>
    </>,
  )
  key('.button-busy', 'Enter')
  key('.button-off', 'Enter')
  expect(pressed).not.toHaveBeenCalled()
  expect(all('.button').map((button) => button.hasAttribute('disabled'))).toEqual([true, true])
  // It keeps its word, so that nothing jumps.
  expect(one('.button-busy').textContent).toBe('送出')
})

/** Everything that takes a tap takes a key: no view answers a click by itself. */
test('nothing takes a tap that does not go through `press`', () => {
  const sources = path.resolve(__dirname, '../../../miniprogram/src')
  const taking = (fs.readdirSync(sources, { recursive: true }) as string[]).filter(
    (file) => file.endsWith('.tsx') && /\sonClick=\{/.test(fs.readFileSync(path.join(sources, file), 'utf8')),
  )
  // The shade around a sheet; a key closes it by Escape.
  expect(taking).toEqual(['pieces/sheet.tsx'])
})

test('the ring of the keyboard is drawn from the tokens', () => {
  const style = (file: string) =>
    fs.readFileSync(path.resolve(__dirname, '../../../miniprogram/src', file), 'utf8')
  expect(style('style/tokens.scss')).toMatch(/--focus: #[0-9a-f]{6}/)
  expect(style('app.scss')).toMatch(/\[role\]:focus-visible,[^}]*outline: 3px solid var\(--focus\)/s)
})
