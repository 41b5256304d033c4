export default definePageConfig({ navigationBarTitleText: '写单子' });
