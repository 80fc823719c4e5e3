export default definePageConfig({ navigationBarTitleText: '履职年册、届册' })
