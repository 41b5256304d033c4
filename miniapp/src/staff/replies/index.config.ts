export default definePageConfig({ navigationBarTitleText: '常用话' });
