export default definePageConfig({ navigationBarTitleText: '订服务' });
