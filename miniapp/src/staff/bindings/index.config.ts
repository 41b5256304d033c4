export default definePageConfig({ navigationBarTitleText: '绑定核对', enablePullDownRefresh: true });
