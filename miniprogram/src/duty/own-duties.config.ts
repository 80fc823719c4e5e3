export default definePageConfig({ navigationBarTitleText: '走访和联系' })
