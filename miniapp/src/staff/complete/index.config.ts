export default definePageConfig({ navigationBarTitleText: '做好了' });
