export default definePageConfig({ navigationBarTitleText: '满意率调查', enablePullDownRefresh: true });
