export default definePageConfig({ navigationBarTitleText: '找一件事', enablePullDownRefresh: true });
