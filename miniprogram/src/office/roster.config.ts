export default definePageConfig({ navigationBarTitleText: '名册与邀请码' })
