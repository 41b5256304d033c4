export default definePageConfig({ navigationBarTitleText: '有话想说' });
