export default definePageConfig({ navigationBarTitleText: '员工需求普查', enablePullDownRefresh: true });
