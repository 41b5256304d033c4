export default definePageConfig({ navigationBarTitleText: '是哪几件', enablePullDownRefresh: true });
