export default definePageConfig({ navigationBarTitleText: '我家的人', enablePullDownRefresh: true });
