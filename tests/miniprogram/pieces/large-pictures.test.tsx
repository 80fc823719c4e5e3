/** @jest-environment ./tests/support/pieces/browser-environment.ts */
import { useLargePictures } from '../../../miniprogram/src/pieces/large-pictures'
import { press } from '../../../miniprogram/src/pieces/press'
import { draw } from '../../support/pieces/draw'

function Album({ urls }: { urls: readonly string[] }) {
  const { show, shown } = useLargePictures(urls)
  return (
    <div>
      <div className="second" {...press(() => show(urls[1] ?? ''))} />
      {shown}
    </div>
  )
}

test('a picture is shown large, the keyboard turns to the others and ends it, and a press shows it as it was taken', () => {
  const { all, key, one, tap } = draw(<Album urls={['/a', '/b', '/c']} />)
  const at = () => [one('.large-picture').getAttribute('src'), one('.large-nth').textContent]
  const off = () => all('.large-word-off').map(({ textContent }) => textContent)
  expect(all('.large')).toEqual([])
  tap('.second')
  expect(one('.large').getAttribute('aria-label')).toBe('照片，第 2 张，共 3 张')
  expect([at(), off()]).toEqual([['/b', '2 / 3'], []])
  key('.large', 'ArrowRight')
  expect([at(), off()]).toEqual([['/c', '3 / 3'], ['下一张']])
  // There is nothing after the last.
  key('.large', 'ArrowRight')
  expect(at()).toEqual(['/c', '3 / 3'])
  key('.large-place', 'Enter')
  expect(one('.large-picture').getAttribute('alt')).toBe('照片，第 3 张，共 3 张，点一下缩小')
  // The next one comes whole again.
  key('.large', 'ArrowLeft')
  expect([at(), one('.large-picture').getAttribute('alt')]).toEqual([
    ['/b', '2 / 3'],
    '照片，第 2 张，共 3 张，点一下放大',
  ])
  tap('.large-head > .large-word')
  expect(all('.large')).toEqual([])
})
