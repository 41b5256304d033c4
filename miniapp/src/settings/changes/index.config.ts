export default definePageConfig({ navigationBarTitleText: '谁改过哪些规矩', enablePullDownRefresh: true });
