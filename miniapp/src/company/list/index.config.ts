export default definePageConfig({ navigationBarTitleText: '公司和小区' });
