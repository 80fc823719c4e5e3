/** @jest-environment ./tests/support/pieces/browser-environment.ts */
import { act, useState } from 'react'
import { play } from '../../../miniprogram/src/client/player'
import { Offline } from '../../../miniprogram/src/client/request'
import { startRecording } from '../../../miniprogram/src/client/recorder'
import { nothingBeside, Surroundings } from '../../../miniprogram/src/pieces/surroundings'
import { Voice } from '../../../miniprogram/src/pieces/voice'
import { VoiceField } from '../../../miniprogram/src/pieces/voice-field'
import { Refusal } from '../../../shared/words/refusals'
import { draw } from '../../support/pieces/draw'

jest.mock('../../../miniprogram/src/client/recorder', () => ({ startRecording: jest.fn() }))
jest.mock('../../../miniprogram/src/client/player', () => ({ play: jest.fn() }))

const recorder = jest.mocked(startRecording)
const player = jest.mocked(play)
const [sent, waiting] = ['a'.repeat(26), 'b'.repeat(26)]

/** One that goes on until it is stopped. */
function recording() {
  let end: () => void = () => undefined
  const done = new Promise<{ path: string; seconds: number }>((resolve) => {
    end = () => resolve({ path: 'wxfile://one.mp3', seconds: 7 })
  })
  recorder.mockResolvedValueOnce({ stop: () => end(), done })
}

function drawn(send: () => Promise<string>, { hears = false, unheard = false } = {}) {
  const around = {
    ...{ sendPhoto: jest.fn(), fetchPhoto: jest.fn(), blurPhoto: jest.fn(), sendFile: jest.fn() },
    ...{ chooseFiles: jest.fn(), choosePhotosAsFiles: jest.fn() },
    ...{ signIn: jest.fn(), beginAnew: jest.fn(), whoAmI: jest.fn(), head: null, settling: null, over: null },
    isPhotoWaiting: (id: string) => id === waiting,
    beside: {
      ...nothingBeside,
      send,
      keep: () => Promise.resolve(waiting),
      isHeard: () => Promise.resolve(hears),
    },
  }
  let value = ''
  function Form() {
    const [held, setHeld] = useState('')
    value = held
    return (
      <Surroundings.Provider value={around}>
        <VoiceField
          value={held}
          of={{ max: 60, ...(unheard ? { unheard } : {}) }}
          onChange={(next) => setHeld(next ?? '')}
        />
      </Surroundings.Provider>
    )
  }
  return { ...draw(<Form />), value: () => value }
}

test('whoever speaks is told before where a machine writes it down', async () => {
  const said = '录音会交给微信听写成文字，写在旁边；以录音为准。'
  for (const [hears, unheard, told] of [
    [true, false, true],
    [true, true, false],
    [false, false, false],
  ] as const) {
    const field = drawn(() => Promise.resolve(sent), { hears, unheard })
    await field.arrive()
    expect([hears, unheard, field.text().includes(said)]).toEqual([hears, unheard, told])
  }
})

test('what is spoken from tap to tap is sent at once, can be listened to, and spoken anew', async () => {
  recording()
  const field = drawn(() => Promise.resolve(sent))
  field.tap('#voice')
  await field.arrive()
  expect(field.text()).toBe('0 秒，点一下说完')
  field.tap('#voice')
  await field.arrive()
  expect([field.value(), field.text()]).toEqual([sent, '听语音 7 秒重新说'])
  field.tap('.voice-play')
  await field.arrive()
  expect([player.mock.calls[0]?.[0], field.text()]).toEqual([
    'wxfile://one.mp3',
    '正在放 7 秒，点一下停重新说',
  ])
  field.tap('.voice-again')
  expect([field.value(), field.text()]).toEqual(['', '按住说话'])
})

test('a finger that holds the button speaks until it lets go; one that turns the page does not', async () => {
  const field = drawn(() => Promise.resolve(sent))
  const touch = (type: string, clientY = 0) =>
    field.one('#voice').dispatchEvent(
      Object.assign(new (window as unknown as { Event: typeof Event }).Event(type, { bubbles: true }), {
        touches: [{ clientY }],
      }),
    )
  const wait = (ms: number) => act(() => new Promise((wake) => setTimeout(wake, ms)))
  touch('touchstart')
  touch('touchmove', 40)
  await wait(300)
  touch('touchend')
  expect([recorder.mock.calls.length, field.text()]).toEqual([1, '按住说话'])
  recording()
  touch('touchstart')
  touch('touchmove', 3)
  await wait(300)
  await field.arrive()
  expect(field.text()).toBe('0 秒，松开就说完')
  touch('touchend')
  await field.arrive()
  expect(field.value()).toBe(sent)
})

test('without a network it waits on the phone; without a microphone one is told what else there is', async () => {
  recording()
  const offline = drawn(() => Promise.reject(new Offline()))
  offline.tap('#voice')
  await offline.arrive()
  offline.tap('#voice')
  await offline.arrive()
  expect([offline.value(), offline.text()]).toEqual([waiting, '听语音 7 秒有网再传重新说'])
  recorder.mockRejectedValueOnce(new Refusal('unavailable', {}, '没有打开麦克风。'))
  const deaf = drawn(() => Promise.resolve(sent))
  deaf.tap('#voice')
  await deaf.arrive()
  expect(deaf.text()).toContain('没有打开麦克风。')
})

test('what cannot be played says so', async () => {
  player.mockImplementationOnce((_, ended) => {
    ended(false)
    return () => undefined
  })
  const voice = draw(<Voice seconds={undefined} fetch={() => Promise.resolve('wxfile://two.webm')} />)
  voice.tap('.voice-play')
  await voice.arrive()
  expect(voice.text()).toContain('听语音这段语音在这台设备上放不出来，请换一台手机，或在电脑上听。')
})
