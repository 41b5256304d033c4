export default definePageConfig({ navigationBarTitleText: '看看答复' });
