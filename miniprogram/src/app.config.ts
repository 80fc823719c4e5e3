/** Pages and subpackages. The tabs are the five places that everyone has; each role brings its own subpackage. */
export default defineAppConfig({
  pages: [
    'pages/home',
    'pages/board',
    'pages/matters',
    'pages/inbox',
    'pages/me',
    'pages/station',
    'pages/write',
    'pages/matter',
    'pages/suggestion',
    'pages/bulletin',
  ],
  subPackages: [
    { root: 'deputy', pages: ['tasks', 'suggestion', 'opinion', 'draft', 'appraisals'] },
    {
      root: 'office',
      pages: [
        'tasks',
        'suggestion',
        'opinion',
        'roster',
        'deliveries',
        'stations',
        'sessions',
        'figures',
        'key-suggestions',
        'standing',
        'settings',
      ],
    },
    { root: 'unit', pages: ['tasks', 'suggestion', 'standing'] },
  ],
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
    list: [
      {
        pagePath: 'pages/home',
        text: '首页',
        iconPath: 'icons/home.png',
        selectedIconPath: 'icons/home-on.png',
      },
      {
        pagePath: 'pages/board',
        text: '公开栏',
        iconPath: 'icons/board.png',
        selectedIconPath: 'icons/board-on.png',
      },
      {
        pagePath: 'pages/matters',
        text: '我的事',
        iconPath: 'icons/matters.png',
        selectedIconPath: 'icons/matters-on.png',
      },
      {
        pagePath: 'pages/inbox',
        text: '消息',
        iconPath: 'icons/inbox.png',
        selectedIconPath: 'icons/inbox-on.png',
      },
      { pagePath: 'pages/me', text: '我', iconPath: 'icons/me.png', selectedIconPath: 'icons/me-on.png' },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
})
