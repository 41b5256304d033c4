export default definePageConfig({ navigationBarTitleText: '公司通报', enablePullDownRefresh: true });
