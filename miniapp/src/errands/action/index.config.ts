export default definePageConfig({ navigationBarTitleText: '定纠正措施' });
