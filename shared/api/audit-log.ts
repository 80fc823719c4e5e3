import * as z from 'zod/mini'
import { id } from '../grammar/fields'
import { type AuditKind, auditKinds } from '../words/words'
import { cursor, get, pageOf } from '../grammar/endpoint'

export const listAuditLog = get('/towns/:town/audit-log', {
  who: 'setRules',
  says: '操作日志：谁、什么时候、把什么改成什么、为什么；谁看过电话、导出过台账',
  query: z.strictObject({ kind: z.optional(z.enum(Object.keys(auditKinds) as AuditKind[])), cursor }),
  output: pageOf(
    z.strictObject({
      id: id(),
      at: z.iso.datetime(),
      /** Null: from the server's command line. */
      by: z.nullable(z.string()),
      what: z.string(),
      from: z.nullable(z.string()),
      to: z.nullable(z.string()),
      reason: z.nullable(z.string()),
    }),
  ),
})
