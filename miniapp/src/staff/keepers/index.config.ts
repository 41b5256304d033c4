export default definePageConfig({ navigationBarTitleText: '各渠道由谁看', enablePullDownRefresh: true });
