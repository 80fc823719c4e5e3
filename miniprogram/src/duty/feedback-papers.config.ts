export default definePageConfig({ navigationBarTitleText: '述职的文书' })
