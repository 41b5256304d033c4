export default definePageConfig({ navigationBarTitleText: '录入纸表' });
