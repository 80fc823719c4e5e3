import { BadEnvironment, developmentSecrets, readEnv } from '../../server/env'

const production = {
  SECRET_KEY: '0123456789abcdef0123456789abcdef',
  WECHAT_APPID: 'wx1234567890abcdef',
  WECHAT_SECRET: 'a-real-secret',
}
const complaint = (vars: Record<string, string | undefined>): string => {
  try {
    readEnv(vars)
    return ''
  } catch (error) {
    if (error instanceof BadEnvironment) return error.message
    throw error
  }
}

test('production starts on real values, and production is what it is unless told otherwise', () => {
  expect(readEnv(production)).toMatchObject({ production: true, host: '127.0.0.1', port: 8080 })
})

test.each([
  ['no secret key', { SECRET_KEY: undefined }, 'SECRET_KEY'],
  ['a short secret key', { SECRET_KEY: 'short' }, 'SECRET_KEY'],
  ['the secret key of development', { SECRET_KEY: developmentSecrets.secretKey }, 'SECRET_KEY'],
  ['the WeChat secret of development', { WECHAT_SECRET: developmentSecrets.wechatSecret }, 'WECHAT_SECRET'],
  ['no appid', { WECHAT_APPID: '' }, 'WECHAT_APPID'],
  ['a simulator', { WECHAT_API_BASE: 'http://127.0.0.1:9000' }, 'WECHAT_API_BASE'],
  [
    'a look-alike of the official host',
    { WECHAT_API_BASE: 'https://api.weixin.qq.com.example.org' },
    'WECHAT_API_BASE',
  ],
  [
    'an open interface of its own',
    { WECHAT_OPEN_INTERFACE: 'http://127.0.0.1:9000' },
    'WECHAT_OPEN_INTERFACE',
  ],
  ['an address of one’s own without https', { PUBLIC_URL: 'dbzj.example.cn' }, 'PUBLIC_URL'],
  ['proxies that are no number', { TRUST_PROXY: 'yes' }, 'TRUST_PROXY'],
  ['a cloud that is not closed', { WECHAT_CLOUD: 'public' }, 'WECHAT_CLOUD'],
  ['the persona switcher', { DEMO_PERSONAS: 'on' }, 'DEMO_PERSONAS'],
])('production refuses %s and says so in Chinese', (_, change, name) => {
  expect(complaint({ ...production, ...change })).toMatch(new RegExp(`${name}.*[一-龥]`))
})

test('the headers of the cloud count only where it is stated that public access is closed', () => {
  expect(readEnv(production).wechat).toMatchObject({ trustsCloudHeaders: false, openInterface: null })
  expect(
    readEnv({ ...production, WECHAT_CLOUD: 'private', WECHAT_OPEN_INTERFACE: 'on' }).wechat,
  ).toMatchObject({ trustsCloudHeaders: true, openInterface: 'http://api.weixin.qq.com' })
})

test('the file of ordinary links is a name and what stands in it', () => {
  const read = (value: string) => readEnv({ NODE_ENV: 'test', WECHAT_LINK_CHECK: value }).wechat.linkCheck
  expect(read('AbCdEf1234.txt:0f1e2d3c')).toEqual({ name: 'AbCdEf1234.txt', content: '0f1e2d3c' })
  for (const wrong of ['AbCdEf1234.txt', '../a.txt:b', 'a.html:<b>', 'a.txt:'])
    expect(() => read(wrong)).toThrow('WECHAT_LINK_CHECK')
})

test('it names everything that is wrong at once', () => {
  expect(complaint({}).split('\n').length).toBe(2)
})

test.each([
  ['PORT', { PORT: 'eighty' }],
  ['PORT', { PORT: '70000' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgres://x' }],
  ['DATABASE_URL', { DATABASE_URL: 'mariadb://a:b@one:3306,,two:3306/house' }],
  ['DATABASE_URL', { DATABASE_URL: 'mariadb://a:b@one:port,two/house' }],
  ['WECHAT_TEMPLATES', { WECHAT_TEMPLATES: '{' }],
  ['WECHAT_TEMPLATES', { WECHAT_TEMPLATES: '{"task":{}}' }],
  ['WECHAT_MINIPROGRAM_STATE', { WECHAT_MINIPROGRAM_STATE: 'live' }],
  ['OUTBOX_LEASE_SECONDS', { OUTBOX_LEASE_SECONDS: '0' }],
])('a bad %s is refused in development as well', (name, change) => {
  expect(complaint({ NODE_ENV: 'development', ...change })).toContain(name)
})

test('the database lies in the data folder unless told otherwise', () => {
  expect(readEnv({ NODE_ENV: 'development', DATA_DIR: '/tmp/somewhere' }).databaseUrl).toBe(
    'sqlite:/tmp/somewhere/deputies-home.sqlite',
  )
})

test('the address under which the world reaches the server is taken without a slash at its end; without one there is none', () => {
  expect([
    readEnv({ ...production, PUBLIC_URL: 'https://dbzj.example.cn/' }).publicUrl,
    readEnv(production).publicUrl,
  ]).toEqual(['https://dbzj.example.cn', null])
})
