/** A key that no two intentions share. Unique is enough here: it guards against double taps, not against people. */
export function newKey(): string {
  const random = () => Math.random().toString(36).slice(2, 12)
  return `${Date.now().toString(36)}-${random()}-${random()}`
}

/** 26 letters and digits that nobody can guess back from what a server keeps of a request. */
export const newBlind = () =>
  Array.from({ length: 26 }, () => Math.floor(Math.random() * 36).toString(36)).join('')
