export default definePageConfig({ navigationBarTitleText: '写工程通知' });
