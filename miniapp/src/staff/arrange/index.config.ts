export default definePageConfig({ navigationBarTitleText: '安排人、定时间' });
