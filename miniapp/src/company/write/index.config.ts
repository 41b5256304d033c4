export default definePageConfig({ navigationBarTitleText: '小区登记' });
