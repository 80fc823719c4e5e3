export default definePageConfig({ navigationBarTitleText: '评先资格' })
