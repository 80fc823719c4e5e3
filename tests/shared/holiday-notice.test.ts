import { readList } from '../../server/features/calendar/read-list'

/** As the State Council's office publishes it and a clerk pastes it. */
const notice = `国务院办公厅关于2026年
部分节假日安排的通知
国办发明电〔2025〕7号

各省、自治区、直辖市人民政府，国务院各部委、各直属机构：

经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
        国务院办公厅
        2025年11月4日`

const counts = (text: string, year = 2026) => {
  const { days, problems, notes } = readList(text, year)
  const kinds = [...days.values()]
  return { off: kinds.filter((kind) => kind === 'holiday').length, all: kinds.length, problems, notes }
}

test('a pasted notice is understood as it stands', () => {
  expect(counts(notice)).toEqual({ off: 33, all: 39, problems: [], notes: [] })
  const { days } = readList(notice, 2026)
  expect(
    ['2026-01-04', '2026-02-28', '2026-02-23', '2026-09-20', '2026-10-07'].map((day) => days.get(day)),
  ).toEqual(['workday', 'workday', 'holiday', 'workday', 'holiday'])
})

test('full-width digits, a year in front, slashes and a turn of the year are understood', () => {
  const { days, problems } = readList(
    '２０２７年１月１日至3日，放假\n2027/2/14 上班\n2027.5.8,上班\n12月31日至1月1日放假',
    2027,
  )
  expect([
    days.get('2027-01-03'),
    days.get('2027-02-14'),
    days.get('2027-05-08'),
    days.get('2026-12-31'),
  ]).toEqual(['holiday', 'workday', 'workday', 'holiday'])
  expect(problems).toEqual(['第 4 行：2027-01-01 写了两次，第 1 行已经有了。'])
})

test.each<[string, string, string, string]>([
  [
    'of another weekday',
    '3日（周六）放假',
    '3日（周日）放假',
    '第 8 行：2026年1月3日是周六，不是周日，请核对年份和日期。',
  ],
  ['of another length', '共9天', '共8天', '第 9 行：写的是 8 天，读出来是 9 天，请核对日期。'],
  ['of a day that is none', '2月28日（周六）', '2月30日', '第 9 行：没有 2026-02-30 这一天，请核对。'],
  ['for another year', '关于2026年', '关于2025年', '这是 2025 年的通知，要载入的是 2026 年，请核对。'],
  [
    'without a holiday',
    '五、端午节：6月19日（周五）至21日（周日）放假，共3天。\n',
    '',
    '清单里没有 6月19日（端午节），请核对是不是漏了几行。',
  ],
])('a notice %s is refused in words', (_, written, instead, sentence) => {
  expect(counts(notice.replace(written, instead)).problems).toContain(sentence)
})

test('what names a day and says neither is told, and counts for nothing', () => {
  const more = notice.replace(
    '共9天。',
    '共9天。鼓励各单位安排职工在除夕（2月10日）前后休息，2月13日提前离岗。',
  )
  expect(counts(more)).toMatchObject({
    all: 39,
    problems: [],
    notes: [expect.stringContaining('没有说放假还是上班，没有算进去。')],
  })
})
