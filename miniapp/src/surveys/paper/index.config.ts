export default definePageConfig({ navigationBarTitleText: '纸表和电话', enablePullDownRefresh: true });
