/** @jest-environment ./tests/support/pieces/browser-environment.ts */
import fs from 'node:fs'
import path from 'node:path'
import { Button } from '../../../miniprogram/src/pieces/button'
import { Icon } from '../../../miniprogram/src/pieces/icon'
import { draw } from '../../support/pieces/draw'

const sources = path.resolve(__dirname, '../../../miniprogram/src')
const read = (file: string) => fs.readFileSync(path.join(sources, file), 'utf8')

test('a sign stands before its word, and says nothing of its own', () => {
  const { one, text } = draw(
    <Button icon="say" onTap={jest.fn()}>
      说给代表听
    </Button>,
  )
  expect([text(), one('.button-label').firstElementChild?.className]).toEqual(['说给代表听', 'icon icon-say'])
  const alone = draw(<Icon name="call" />)
  expect([alone.text(), alone.one('.icon').className]).toEqual(['', 'icon icon-call'])
})

test('every sign that a page may name is drawn, and no other', () => {
  const named = [...read('pieces/icon.tsx').matchAll(/'([a-z]+)'(?= \||\n)/g)].map(([, name]) => name)
  const drawn = [...read('icons/signs.scss').matchAll(/^\.icon-([a-z]+) /gm)].map(([, name]) => name)
  expect(named.length).toBeGreaterThan(5)
  expect(drawn.sort()).toEqual(named.sort())
})
