export default definePageConfig({ navigationBarTitleText: '守诺情况', enablePullDownRefresh: true });
