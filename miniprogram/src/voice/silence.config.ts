export default definePageConfig({ navigationBarTitleText: '没有声音的地方' })
