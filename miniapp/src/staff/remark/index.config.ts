export default definePageConfig({ navigationBarTitleText: '记一句话' });
