export default definePageConfig({ navigationBarTitleText: '请联系我' });
