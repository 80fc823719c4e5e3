import * as z from 'zod/mini'
import { get } from '../grammar/endpoint'

export const showTwoWayContacts = get('/towns/:town/two-way-contacts', {
  who: 'keepContacts',
  says: '安排我联系谁；主席团和镇人大办还看得到这个季度没有人联系的小组和代表，按名册的顺序，不排名',
  output: z.strictObject({
    /** The first day of the quarter. */
    since: z.iso.date(),
    /** Whom the asker keeps in touch with, the group first, and whether they were this quarter; nobody else reads it. */
    mine: z.array(z.strictObject({ name: z.string(), done: z.boolean() })),
    /** With whom nobody was; null to whoever does not follow it. */
    open: z.nullable(z.strictObject({ groups: z.array(z.string()), deputies: z.array(z.string()) })),
  }),
})
