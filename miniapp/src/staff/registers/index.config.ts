export default definePageConfig({ navigationBarTitleText: '登记表导出', enablePullDownRefresh: true });
