import { createHmac, timingSafeEqual } from 'node:crypto'

/** Longer than WeChat takes to fetch and to tell. */
const livesMs = 3_600_000

const sign = (secretKey: string, photoId: string, until: number) =>
  createHmac('sha256', secretKey).update(`photo-check|${photoId}|${until}`).digest('hex')

/** An address under which this one photo can be fetched without signing in, for an hour. */
export function addressForCheck(
  { publicUrl, secretKey }: { publicUrl: string; secretKey: string },
  { townId, photoId }: { townId: string; photoId: string },
  now: Date,
): string {
  const until = now.getTime() + livesMs
  const query = new URLSearchParams({ until: String(until), mark: sign(secretKey, photoId, until) })
  return `${publicUrl}/api/towns/${townId}/photos/${photoId}/for-check?${query.toString()}`
}

export function isSigned(
  secretKey: string,
  photoId: string,
  { until, mark }: { until: string; mark: string },
  now: Date,
): boolean {
  const expected = Buffer.from(sign(secretKey, photoId, Number(until)))
  const given = Buffer.from(mark)
  return given.length === expected.length && timingSafeEqual(given, expected) && Number(until) > now.getTime()
}
