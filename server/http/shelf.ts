/** Keeps what was asked for last, as long as all of it together is no more than so many bytes. */
export function createShelf<Kept extends { bytes: number }>(mostBytes: number) {
  /** In the order in which they were last asked for. */
  const held = new Map<string, Kept>()
  let bytes = 0

  function remove(name: string) {
    bytes -= held.get(name)?.bytes ?? 0
    held.delete(name)
  }
  return {
    get(name: string): Kept | undefined {
      const kept = held.get(name)
      if (kept === undefined) return undefined
      held.delete(name)
      held.set(name, kept)
      return kept
    },
    put(name: string, kept: Kept) {
      remove(name)
      held.set(name, kept)
      bytes += kept.bytes
      for (const oldest of held.keys()) {
        if (bytes <= mostBytes) break
        remove(oldest)
      }
    },
    bytes: () => bytes,
  }
}
