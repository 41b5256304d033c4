export default definePageConfig({ navigationBarTitleText: '服务、投诉、值班电话', enablePullDownRefresh: true });
