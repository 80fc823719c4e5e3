/// <reference types="@tarojs/taro" />

/** Every page, as `folder/name`; known only to app.config.ts, while the mini-program is built. */
declare const PAGES: readonly string[]

/** Where the server is; empty on h5, where it is the host that served the page. */
declare const API_BASE: string

/** The environment and the service of 微信云托管 that the mini-program asks; empty where it asks over HTTPS. */
declare const CLOUD_ENV: string
declare const CLOUD_SERVICE: string

declare module '*.scss'
declare module '*.png' {
  const path: string
  export default path
}

declare namespace NodeJS {
  interface Require {
    /** What lies in a folder, found when the pages are built. */
    context(
      folder: string,
      deep: boolean,
      names: RegExp,
    ): { keys(): string[]; (name: string): Readonly<Record<string, unknown>> }
  }
}
