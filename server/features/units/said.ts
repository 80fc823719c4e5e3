/** Why a matter has another unit, as its history says it. */
export const mergedInto = (from: string, into: string) => `${from}并入${into}`
export const splitOff = (from: string, off: string) => `从${from}分设${off}`
