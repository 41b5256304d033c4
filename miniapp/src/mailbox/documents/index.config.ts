export default definePageConfig({ navigationBarTitleText: '您提了，公司这样答', enablePullDownRefresh: true });
