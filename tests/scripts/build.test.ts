import { spawnSync } from 'node:child_process'

/** Only what is refused at once: a build itself takes long and is tried by the tests of its output. */
const build = (settings: Record<string, string>) => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', 'weapp'], {
    env: { PATH: process.env.PATH ?? '', ...settings },
    encoding: 'utf8',
    timeout: 10_000,
  })
  return { status, says: stderr.trim() }
}

test.each([
  ['an environment without a service', { WECHAT_CLOUD_ENV: 'prod-1' }, /WECHAT_CLOUD_SERVICE/],
  ['a service without an environment', { WECHAT_CLOUD_SERVICE: 'phones' }, /WECHAT_CLOUD_ENV/],
  [
    'no public service for pictures',
    { WECHAT_CLOUD_ENV: 'prod-1', WECHAT_CLOUD_SERVICE: 'phones' },
    /API_BASE=https:/,
  ],
] as [string, Record<string, string>, RegExp][])(
  '微信云托管 with %s is not built',
  (_name, settings, says) => {
    const answer = build(settings)
    expect(answer.status).toBe(1)
    expect(answer.says).toMatch(says)
    expect(answer.says.split('\n')).toHaveLength(1)
  },
)
