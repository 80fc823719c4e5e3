import { isBoxLate } from '../../shared/api/box-openings'

test('a letter box is late on the fifteenth day after it was opened, and not on the fourteenth', () => {
  expect(isBoxLate('2026-11-09', '2026-11-23')).toBe(false)
  expect(isBoxLate('2026-11-09', '2026-11-24')).toBe(true)
})
