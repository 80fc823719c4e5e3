/** At most 1 MB under one name. */
const mostInOne = 1024 * 1024

/** Storage keeps copies of JSON values; a name that is not there gives an empty text. */
export const createStorage = (kept: Map<string, string>) => ({
  getStorageSync: (name: string): unknown => {
    const text = kept.get(name)
    return text === undefined ? '' : (JSON.parse(text) as unknown)
  },
  setStorageSync(name: string, value: unknown) {
    const text = JSON.stringify(value)
    if (text.length > mostInOne) throw new Error('setStorageSync:fail entry size limit reached')
    kept.set(name, text)
  },
  removeStorageSync: (name: string) => void kept.delete(name),
  getStorageInfoSync: () => ({ keys: [...kept.keys()], currentSize: 0, limitSize: 10240 }),
  clearStorageSync: () => kept.clear(),
})
