export default definePageConfig({ navigationBarTitleText: '打印意见表' });
