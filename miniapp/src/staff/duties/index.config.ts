export default definePageConfig({ navigationBarTitleText: '定期要做的事', enablePullDownRefresh: true });
