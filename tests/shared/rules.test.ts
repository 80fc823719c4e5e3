import { type Profile, profiles } from '../../shared/rules/profiles'
import { type RuleField, ruleFields } from '../../shared/rules/rule-fields'
import { contradictionIn, readRule, ruleHelp, rulesOf, spokenRule, writeRule } from '../../shared/rules/rules'

const fields = Object.keys(ruleFields) as RuleField[]

test('every rule of every profile can be written down and read back', () => {
  const lost = Object.entries<Profile>(profiles).flatMap(([name, profile]) =>
    fields
      .filter(
        (field) =>
          JSON.stringify(readRule(field, writeRule(profile[field]))) !== JSON.stringify(profile[field]),
      )
      .map((field) => `${name}.${field}`),
  )
  expect(lost).toEqual([])
})

test('every rule but the name can be set', () => {
  expect([...fields, 'name'].sort()).toEqual(Object.keys(profiles.henan).sort())
})

test.each<[RuleField, string]>([
  ['replyMonths', '4'],
  ['replyMonths', '0'],
  ['replyMonths', '-1'],
  ['replyMonths', '2.5'],
  ['replyMonths', '两个月'],
  ['replyMonths', '2 months'],
  ['hardReplyMonths', '7'],
  ['returnSpan', '10'],
  ['returnSpan', '10 weeks'],
  ['returnSpan', '10 days 5'],
  ['replyToCosigners', 'toString'],
  ['extensionNeedsApproval', 'yes'],
])('%s cannot be “%s”', (field, text) => {
  expect(readRule(field, text)).toBeUndefined()
})

test('a town’s own numbers stand before those of its profile', () => {
  const overrides = JSON.stringify([
    { field: 'replyMonths', value: '2', reason: '镇人代会决定' },
    { field: 'returnSpan', value: '5 days', reason: '镇人代会决定' },
    { field: 'ruleOfALaterRelease', value: '1', reason: '' },
  ])
  expect(rulesOf({ profileName: 'chongqing', overrides })).toEqual({
    ...profiles.chongqing,
    replyMonths: 2,
    returnSpan: { days: 5 },
  })
})

test('without its own numbers a town has its profile', () => {
  expect(rulesOf({ profileName: 'shanghai', overrides: null })).toEqual(profiles.shanghai)
})

test('rules are spoken', () => {
  expect([
    spokenRule('replyMonths', '2'),
    spokenRule('returnSpan', '5 days'),
    spokenRule('replyToCosigners', 'each'),
    spokenRule('extensionNeedsApproval', 'false'),
  ]).toEqual(['2 个月', '5 日', '每位代表', '由单位向代表说明'])
})

test('whoever writes a wrong value reads what would be right', () => {
  expect([ruleHelp('replyMonths'), ruleHelp('replyToCosigners')]).toEqual([
    '“答复期限”请填 1 到 3 的整数，按月算。',
    '“联名建议答复谁”请从每位代表、领衔代表里选一个。',
  ])
})

test('the longest reply is never shorter than the usual one', () => {
  expect([
    contradictionIn({ ...profiles.henan, hardReplyMonths: 2 }),
    contradictionIn({ ...profiles.henan, hardReplyMonths: 3 }),
  ]).toEqual(['延办后最长的答复期限（2 个月）不能比答复期限（3 个月）还短。', undefined])
})
