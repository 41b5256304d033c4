export default definePageConfig({ navigationBarTitleText: '一项规矩', enablePullDownRefresh: true });
