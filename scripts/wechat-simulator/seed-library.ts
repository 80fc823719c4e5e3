import { type LibraryTitle } from './shapes'

/** Three titles in the manner of 政务民生, one-time and long-term (section 9.2, row 7); the last one has an enum. */
export const defaultLibrary: LibraryTitle[] = [
  {
    tid: 5001,
    title: '办理进度提醒',
    type: 2,
    categoryId: 612,
    keywords: [
      { kid: 1, name: '编号', example: 'JY-2026-001', rule: 'character_string' },
      { kid: 2, name: '事项', example: '您的建议有新进展', rule: 'thing' },
      { kid: 3, name: '时间', example: '2026年11月21日 10:00', rule: 'time' },
      { kid: 4, name: '办理单位', example: '镇农业服务中心', rule: 'thing' },
      { kid: 5, name: '联系电话', example: '020-12345678', rule: 'phone_number' },
      { kid: 6, name: '办理人', example: '张三', rule: 'name' },
    ],
  },
  {
    tid: 5002,
    title: '待办提醒',
    type: 2,
    categoryId: 612,
    keywords: [
      { kid: 1, name: '编号', example: 'JY-2026-001', rule: 'character_string' },
      { kid: 2, name: '事项', example: '有一件建议等您答复', rule: 'thing' },
      { kid: 3, name: '截止日期', example: '2026年11月30日', rule: 'date' },
      { kid: 4, name: '件数', example: '3', rule: 'number' },
    ],
  },
  {
    tid: 5003,
    title: '会议通知',
    type: 3,
    categoryId: 612,
    keywords: [
      { kid: 1, name: '会议', example: '主席团会议', rule: 'thing' },
      { kid: 2, name: '时间', example: '2026年11月21日 10:00', rule: 'time' },
      { kid: 3, name: '状态', example: '已确定', rule: 'enum', allowed: ['已确定', '已改期', '已取消'] },
      { kid: 4, name: '结果', example: '通过', rule: 'phrase' },
    ],
  },
]
