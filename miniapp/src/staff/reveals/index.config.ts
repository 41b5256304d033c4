export default definePageConfig({ navigationBarTitleText: '看号码的记录' });
