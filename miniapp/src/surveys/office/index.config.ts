export default definePageConfig({ navigationBarTitleText: '调查和问卷', enablePullDownRefresh: true });
