export default definePageConfig({ navigationBarTitleText: '写给总经理' });
