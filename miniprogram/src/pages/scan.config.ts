export default definePageConfig({ navigationBarTitleText: '代表之家' })
