import * as z from 'zod/mini'
import { get } from '../grammar/endpoint'

export const showHealth = get('/health', {
  who: 'anyone',
  says: '服务是否正常：读得出、存得下是 ok，否则答 503',
  output: z.strictObject({ database: z.literal('ok') }),
})

/** Towns of somebody signed in are those whose work they follow; an operator, by `OPERATOR_TOKEN`, sees all. */
export const showHealthDetails = get('/health/details', {
  who: 'watchService',
  says: '运行状况，给镇人大办、县人大和持 OPERATOR_TOKEN 的运维人员：数据库、提醒为什么暂停、十秒内交给微信的比例、读不懂而放在一边的微信事件数、最久未发出的提醒（秒）、最久未交办的建议（小时）、该载入放假安排的年份',
  output: z.strictObject({
    /** What keeps the database from reading or keeping anything. */
    database: z.enum(['ok', 'full', 'readOnly', 'disk', 'damaged', 'memory', 'away', 'busy']),
    /** Why no push leaves at this time. */
    pushesRest: z.nullable(z.string()),
    /** Of the pushes handed to WeChat on the last day with any, the share that went within ten seconds of the step. */
    handedOverAtOnce: z.nullable(z.number()),
    /** Events of WeChat that could not be made out: they are kept in `wechat_event`, with the reason. */
    eventsSetAside: z.int(),
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
