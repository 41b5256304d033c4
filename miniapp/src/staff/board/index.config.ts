export default definePageConfig({ navigationBarTitleText: '班组', enablePullDownRefresh: true });
