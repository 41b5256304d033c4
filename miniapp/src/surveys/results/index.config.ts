export default definePageConfig({ navigationBarTitleText: '满意率结果', enablePullDownRefresh: true });
