import { z } from 'zod'

/** How many calls one window allows; the errcode is the endpoint's business. */
export const limitsShape = z.strictObject({
  loginPerUserMinute: z.int(),
  tokenMinute: z.int(),
  tokenDay: z.int(),
  tokenForcedDay: z.int(),
  oldTokenDay: z.int(),
  phoneNumberMinute: z.int(),
  sendDay: z.int(),
  sendDayWithPayment: z.int(),
  privateTemplates: z.int(),
  qrCodeMinute: z.int(),
  textCheckMinute: z.int(),
  textCheckDay: z.int(),
  mediaCheckMinute: z.int(),
  mediaCheckDay: z.int(),
  limitedCodes: z.int(),
  linkSecond: z.int(),
  linkDay: z.int(),
  clearQuotaMonth: z.int(),
})

export type Limits = z.infer<typeof limitsShape>

/** The platform's own numbers: sections 1.1 (B), 2 (A), 3.2 (A), 4 (A/B) and 5 (A). */
export const platformLimits: Limits = {
  loginPerUserMinute: 100,
  tokenMinute: 10_000,
  tokenDay: 500_000,
  tokenForcedDay: 20,
  oldTokenDay: 2000,
  phoneNumberMinute: 5000,
  sendDay: 10_000_000,
  sendDayWithPayment: 30_000_000,
  privateTemplates: 25,
  qrCodeMinute: 5000,
  textCheckMinute: 4000,
  textCheckDay: 2_000_000,
  mediaCheckMinute: 2000,
  mediaCheckDay: 200_000,
  limitedCodes: 100_000,
  linkSecond: 100,
  linkDay: 500_000,
  clearQuotaMonth: 10,
}
