import { bytesOf } from '../../miniprogram/src/client/transport'

jest.mock('@tarojs/taro', () => ({}))

test.each(['', 'abc', 'é', '汉字', '😀', 'a汉😀é\u{10ffff}', '\ud800'])(
  '%j is counted as UTF-8 has it',
  (text) => {
    expect(bytesOf(text)).toBe(Buffer.byteLength(text))
  },
)
