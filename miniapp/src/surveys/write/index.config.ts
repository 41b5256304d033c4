export default definePageConfig({ navigationBarTitleText: '写公开信' });
