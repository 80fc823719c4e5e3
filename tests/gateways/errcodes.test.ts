import { errcodes } from '../../server/gateways/wechat/errcodes'
import { classify } from '../../server/gateways/wechat/push-result'

const resultOf = (errcode: number) => classify({ kind: 'json', text: '{}', body: {}, errcode, errmsg: '' })

/** Copied from the published tables by hand, not from the code. */
test.each([
  [-1, { end: 'later' }],
  [40001, { end: 'rest', rest: 'configuration' }],
  [40014, { end: 'rest', rest: 'configuration' }],
  [42001, { end: 'rest', rest: 'configuration' }],
  [43101, { end: 'skipped', consentGone: true }],
  [40003, { end: 'dead' }],
  [40037, { end: 'rest', rest: 'template' }],
  [41030, { end: 'rest', rest: 'template' }],
  [43107, { end: 'rest', rest: 'configuration' }],
  [200011, { end: 'rest', rest: 'configuration' }],
  [200013, { end: 'rest', rest: 'template' }],
  [45168, { end: 'dead' }],
  [47003, { end: 'dead' }],
  [43108, { end: 'rest', rest: 'person' }],
  [45011, { end: 'rest', rest: 'rate' }],
  [44991, { end: 'rest', rest: 'rate' }],
  [45009, { end: 'rest', rest: 'quota' }],
  [40038, { end: 'rest', rest: 'quota' }],
  [40164, { end: 'rest', rest: 'configuration' }],
  [48001, { end: 'rest', rest: 'configuration' }],
  [48004, { end: 'rest', rest: 'configuration' }],
  [40125, { end: 'rest', rest: 'configuration' }],
  [40243, { end: 'rest', rest: 'configuration' }],
  [89503, { end: 'rest', rest: 'configuration' }],
  [99999, { end: 'later', unknownCode: true }],
])('errcode %i of a send means %o', (errcode, expected) => {
  expect(resultOf(errcode)).toMatchObject(expected)
})

test('every row says what it is in Chinese, and the reason of trouble names the code', () => {
  for (const [errcode, row] of Object.entries(errcodes)) {
    expect(row.says).toMatch(/\p{Script=Han}/u)
    const reason = row.class === 'finalUser' ? row.says : `${row.says}（${errcode}）`
    expect(resultOf(Number(errcode))).toMatchObject({ reason })
  }
})
