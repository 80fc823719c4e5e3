/** The environment that points the server at the simulator, with the templates of its default seed. */
export const wechatConfig = (simulatorUrl: string) => ({
  WECHAT_API_BASE: simulatorUrl,
  WECHAT_APPID: 'wx0000000000000000',
  WECHAT_SECRET: 'development-only-secret',
  WECHAT_PUSH_TOKEN: 'AAAAA',
  WECHAT_PUSH_AES_KEY: 'A'.repeat(43),
  WECHAT_TEMPLATES: JSON.stringify({
    task: {
      id: 'sim-template-task',
      fields: { number: 'character_string1', phrase: 'thing2', time: 'time3' },
    },
    progress: {
      id: 'sim-template-progress',
      fields: { number: 'character_string1', phrase: 'thing2', time: 'time3' },
    },
  }),
})
