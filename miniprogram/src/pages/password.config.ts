export default definePageConfig({ navigationBarTitleText: '设置密码和验证码' })
