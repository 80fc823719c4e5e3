import { doors } from '../../shared/doors'

const tabs = doors.filter(({ tab }) => tab)
const folderOf = (page: string) => page.slice(0, page.indexOf('/'))
const nameOf = (page: string) => page.slice(page.indexOf('/') + 1)

/** The folder with the five places that everyone has; each other folder with pages is a package of its own. */
const main = 'pages'
const packages = [...new Set(PAGES.map(folderOf))].filter((folder) => folder !== main)

export default defineAppConfig({
  // The first is the one that the mini-program opens with.
  pages: [...new Set([...tabs.map(({ page }) => page), ...PAGES.filter((page) => folderOf(page) === main)])],
  subPackages: packages.map((root) => ({
    root,
    pages: PAGES.filter((page) => folderOf(page) === root).map(nameOf),
  })),
  window: {
    navigationBarTitleText: '代表之家',
    navigationBarBackgroundColor: '#A61B23',
    navigationBarTextStyle: 'white',
    backgroundColor: '#FAF7F2',
    backgroundTextStyle: 'dark',
    // h5 draws its own bar with title and back arrow only when told to.
    ...(process.env.TARO_ENV === 'h5' ? { navigationStyle: 'default' as const } : {}),
  },
  tabBar: {
    color: '#57534E',
    selectedColor: '#A61B23',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: tabs.map(({ name, word, page }) => ({
      pagePath: page,
      text: word,
      iconPath: `icons/${name}.png`,
      selectedIconPath: `icons/${name}-on.png`,
    })),
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
})
