/** The package brings no types of its own: the part of it that is used here. */
declare module '@koa/multer' {
  import type { Middleware } from 'koa'
  import type { Options, StorageEngine } from 'multer'

  interface Multer {
    (options: Options): { single(field: string): Middleware }
    memoryStorage(): StorageEngine
  }
  const multer: Multer
  export default multer
}
