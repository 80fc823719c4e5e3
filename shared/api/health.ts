import * as z from 'zod/mini'
import { get } from './endpoint'

export const showHealth = get('/health', {
  who: 'anyone',
  says: '运行状况：数据库、最久未发出的提醒（秒）、最久未交办的建议（小时）、该载入放假安排的年份',
  output: z.strictObject({
    database: z.literal('ok'),
    oldestUnsentSeconds: z.nullable(z.number()),
    oldestUnassignedHours: z.nullable(z.number()),
    holidaysToLoad: z.nullable(z.int()),
  }),
})

export const showOpenApi = get('/openapi.json', {
  who: 'anyone',
  says: '本接口文档（OpenAPI 3.1）',
  output: z.unknown(),
})
