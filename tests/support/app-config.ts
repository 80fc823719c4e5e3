import path from 'node:path'
import { pagesBelow } from '../../miniprogram/config/pages'

interface AppConfig {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
  tabBar: { list: { pagePath: string; text: string; iconPath: string; selectedIconPath: string }[] }
}

/** What Taro reads of the mini-program before it builds it. */
export function appConfig(): AppConfig {
  Object.assign(globalThis, {
    PAGES: pagesBelow(path.resolve('miniprogram/src')),
    defineAppConfig: (config: unknown) => config,
  })
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- only once what Taro defines is there
  return (require('../../miniprogram/src/app.config') as { default: AppConfig }).default
}

/** Every page, with its folder. */
export const allPages = () => {
  const { pages, subPackages } = appConfig()
  return [
    ...pages,
    ...subPackages.flatMap(({ root, pages: names }) => names.map((page) => `${root}/${page}`)),
  ]
}
