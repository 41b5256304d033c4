export default definePageConfig({ navigationBarTitleText: '总裁信箱', enablePullDownRefresh: true });
