export default definePageConfig({ navigationBarTitleText: '公司手册', enablePullDownRefresh: true });
