export default definePageConfig({ navigationBarTitleText: '用工用料' });
