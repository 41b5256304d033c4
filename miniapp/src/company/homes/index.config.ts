export default definePageConfig({ navigationBarTitleText: '排房号' });
