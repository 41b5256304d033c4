export default definePageConfig({ navigationBarTitleText: '一次抽样' });
