export default definePageConfig({ navigationBarTitleText: '公开信', enablePullDownRefresh: true });
