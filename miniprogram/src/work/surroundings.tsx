import Taro from '@tarojs/taro'
import { fetchBeside, sendBeside } from '../client/attachments'
import { chooseFiles, choosePhotosAsFiles, sendFile } from '../client/files'
import { loadMe } from '../client/me'
import { blurred, downloadPhoto, sendPhoto } from '../client/photos'
import { isWaitingFile, keepFile, pathOf } from '../client/waiting-files'
import { currentTown } from '../client/town'
import type { Surroundings } from '../pieces/surroundings'
import { DoorTitle } from './door-title'
import { PrivacySheet } from './privacy-sheet'
import { TownBar } from './town-bar'
import { TownPicker } from './town-picker'

/** The town of the page that is open. */
const townHere = () => currentTown(Taro.getCurrentInstance().router?.params.town)

/** What the pieces are told of this product. */
export const surroundings: Surroundings = {
  sendPhoto: async (path) => sendPhoto(await townHere(), path),
  keepPhoto: async (path) => keepFile(await townHere(), path),
  isPhotoWaiting: isWaitingFile,
  beside: {
    send: async (file) => sendBeside(await townHere(), file),
    keep: async (file) => keepFile(await townHere(), file.path, file),
    fetch: async (id) => (await pathOf(id)) ?? fetchBeside(await townHere(), id),
    isHeard: async () => (await loadMe()).transcribes,
  },
  fetchPhoto: async (id) => (await pathOf(id)) ?? downloadPhoto(await townHere(), id),
  blurPhoto: async (id, areas) => blurred(await townHere(), id, areas),
  chooseFiles,
  choosePhotosAsFiles,
  sendFile: async (file) => sendFile(await townHere(), file),
  signIn: () => void Taro.navigateTo({ url: '/pages/desk-sign-in' }),
  beginAnew: () => void Taro.reLaunch({ url: '/pages/home' }),
  head: (
    <>
      <DoorTitle />
      <TownBar />
    </>
  ),
  whoAmI: () => void Taro.switchTab({ url: '/pages/me' }),
  settling: <TownPicker />,
  over: process.env.TARO_ENV === 'weapp' ? <PrivacySheet /> : null,
}
