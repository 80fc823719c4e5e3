/// <reference types="@tarojs/taro" />

/** Where the server is; empty on h5, where it is the host that served the page. */
declare const API_BASE: string

declare module '*.scss'
declare module '*.png' {
  const path: string
  export default path
}
