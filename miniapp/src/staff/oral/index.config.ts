export default definePageConfig({ navigationBarTitleText: '口头定单' });
