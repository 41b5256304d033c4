export default definePageConfig({ navigationBarTitleText: '公共维修费用', enablePullDownRefresh: true });
