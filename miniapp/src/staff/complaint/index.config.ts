export default definePageConfig({ navigationBarTitleText: '记一件投诉' });
