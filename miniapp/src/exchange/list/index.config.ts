export default definePageConfig({ navigationBarTitleText: '信息交流', enablePullDownRefresh: true });
