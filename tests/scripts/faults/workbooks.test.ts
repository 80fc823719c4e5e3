import fs from 'node:fs'
import { workbookBombs } from '../../../scripts/faults/bombs/workbooks'
import { BadWorkbook } from '../../../server/gateways/workbooks/bad-workbook'
import { readWorkbook } from '../../../server/features/roster/read-workbook'

const asShown = { withHidden: false }

/** Whatever is brought as a roster is read or refused with a sentence, and the process that asked stays what it was. */
const slowestMs = 20_000

test.each(workbookBombs())('$name', async ({ file, expect: expected }) => {
  const before = process.memoryUsage.rss()
  const began = Date.now()
  const outcome = await readWorkbook(file, asShown).catch((error: unknown) => error)
  expect(Date.now() - began).toBeLessThan(slowestMs)
  expect(process.memoryUsage.rss() - before).toBeLessThan(150 * 1024 * 1024)
  if (expected === 'refused') {
    expect(outcome).toBeInstanceOf(BadWorkbook)
    expect((outcome as BadWorkbook).message).toMatch(/请/)
  } else {
    expect(outcome).toMatchObject({ rows: { villages: expect.any(Array) as unknown } })
  }
})

test('nothing was written where a part of a zip wanted to climb', () => {
  expect([fs.existsSync('/tmp/climbed.xml'), fs.existsSync('/etc/climbed.xml')]).toEqual([false, false])
})

test('names that mean something to the language are names like others', async () => {
  const bomb = (name: string) =>
    workbookBombs(0.001).find((one) => one.name === name)?.file ?? Buffer.alloc(0)
  const { rows } = await readWorkbook(bomb('a village called __proto__'), asShown)
  expect(rows.villages).toEqual([{ row: 2, name: '__proto__' }])
  expect({}).not.toHaveProperty('name')
  const { notices } = await readWorkbook(bomb('headings that are words of the language'), asShown)
  expect(notices).toContain('村：“constructor”这一列不认识，没有读。')
})

test('thousands of columns that are not known are named in a few lines', async () => {
  const file = workbookBombs(0.001).find(({ name }) => name === '16384 columns')?.file ?? Buffer.alloc(0)
  const { notices } = await readWorkbook(file, asShown)
  expect(notices).toHaveLength(10 + 1 + 4)
  expect(notices[10]).toBe('村：还有 16373 列不认识，没有读。')
})
