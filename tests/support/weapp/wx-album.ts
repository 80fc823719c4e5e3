import { type Callbacks, fail, succeed } from './callbacks'
import type { Record } from './record'
import { type Privacy, unauthorized } from './wx-privacy'

/** The pictures of the phone: the test lays one ready, and the person picks it; without one they change their mind. */
export function createAlbum(record: Record, privacy: Privacy) {
  const ready: string[] = []
  return {
    wx: {
      chooseImage(options: Callbacks) {
        void privacy.ask('chooseImage').then((allowed) => {
          if (!allowed) return fail(options, `chooseImage:fail ${unauthorized}`, { errno: 104 })
          const path = ready.shift()
          if (path === undefined) return fail(options, 'chooseImage:fail cancel')
          succeed('chooseImage', options, { tempFilePaths: [path], tempFiles: [{ path, size: 1 }] })
        })
      },
      previewImage(options: Callbacks & { urls: string[] }) {
        if (options.urls.every((url) => !url.startsWith('data:'))) return succeed('previewImage', options)
        record.refused.push('previewImage:fail a data url is no picture')
        fail(options, 'previewImage:fail a data url is no picture')
      },
    },
    take: () => ready.shift(),
    layReady: (path: string) => void ready.push(path),
  }
}
