export default definePageConfig({ navigationBarTitleText: '审查与督办' })
