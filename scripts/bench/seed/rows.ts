export type { Row } from '../raw'

/** What stands at the end of the ids of the nth copy. */
export const codeOf = (place: number) => String(place).padStart(6, '0')
