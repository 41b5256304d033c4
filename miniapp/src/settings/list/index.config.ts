export default definePageConfig({ navigationBarTitleText: '公司的规矩', enablePullDownRefresh: true });
