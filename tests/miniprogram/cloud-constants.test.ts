jest.mock('@tarojs/cli', () => ({ defineConfig: (make: unknown) => make }))

const settings = {
  API_BASE: 'https://desks.example.cn',
  WECHAT_CLOUD_ENV: 'prod-1',
  WECHAT_CLOUD_SERVICE: 'phones',
}
const before = { ...process.env }
afterEach(() => {
  process.env = { ...before }
})

async function constantsOf(target: string, given: Record<string, string>) {
  jest.resetModules()
  process.env = { ...before, ...given, TARO_ENV: target }
  const { default: config } = await import('../../miniprogram/config')
  return (config as unknown as () => { defineConstants: Record<string, string> })().defineConstants
}

test('the build for 微信云托管 knows environment and service, and where pictures go', async () => {
  expect(await constantsOf('weapp', settings)).toMatchObject({
    API_BASE: '"https://desks.example.cn"',
    CLOUD_ENV: '"prod-1"',
    CLOUD_SERVICE: '"phones"',
  })
})

test('without the settings, and in a browser, everything goes over HTTPS', async () => {
  expect(await constantsOf('weapp', {})).toMatchObject({ CLOUD_ENV: '""', CLOUD_SERVICE: '""' })
  expect(await constantsOf('h5', settings)).toMatchObject({ CLOUD_ENV: '""', CLOUD_SERVICE: '""' })
})
