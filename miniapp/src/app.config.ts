export default defineAppConfig({
  __usePrivacyCheck__: true,
  pages: ['pages/home/index', 'pages/progress/index', 'pages/messages/index', 'pages/me/index', 'pages/sign-in/index'],
  subPackages: [
    { root: 'tickets', pages: ['report/index', 'queue/index', 'submitted/index', 'detail/index', 'confirm/index', 'reveals/index'] },
    {
      root: 'staff',
      pages: [
        'ticket/index',
        'finish/index',
        'register/index',
        'reveals/index',
        'manual/index',
        'clause/index',
        'search/index',
        'replies/index',
        'checks/index',
        'templates/index',
        'bindings/index',
        'invite/index',
      ],
    },
  ],
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['tickets', 'staff'] } },
  lazyCodeLoading: 'requiredComponents',
  window: {
    backgroundTextStyle: 'dark',
    backgroundColor: '#F5F4F0',
    navigationBarBackgroundColor: '#F5F4F0',
    navigationBarTitleText: '回音',
    navigationBarTextStyle: 'black',
    // Without it Taro's H5 draws no navigation bar at all.
    navigationStyle: 'default',
  },
  tabBar: {
    color: '#46515D',
    selectedColor: '#0F5A73',
    backgroundColor: '#FFFFFF',
    borderStyle: 'white',
    list: [
      { pagePath: 'pages/home/index', text: '首页', iconPath: 'assets/tab-home.png', selectedIconPath: 'assets/tab-home-on.png' },
      { pagePath: 'pages/progress/index', text: '进度', iconPath: 'assets/tab-list.png', selectedIconPath: 'assets/tab-list-on.png' },
      { pagePath: 'pages/messages/index', text: '消息', iconPath: 'assets/tab-inbox.png', selectedIconPath: 'assets/tab-inbox-on.png' },
      { pagePath: 'pages/me/index', text: '我的', iconPath: 'assets/tab-me.png', selectedIconPath: 'assets/tab-me-on.png' },
    ],
  },
});
