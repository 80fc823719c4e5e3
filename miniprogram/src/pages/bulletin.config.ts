export default definePageConfig({ navigationBarTitleText: '半年公开通报' })
