export default definePageConfig({ navigationBarTitleText: '直接问单位' })
