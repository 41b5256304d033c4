export default definePageConfig({ navigationBarTitleText: '沟通登记表' });
