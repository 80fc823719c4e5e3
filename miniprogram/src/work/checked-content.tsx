import { Image } from '@tarojs/components'
import type { ContentCheckView } from '../../../shared/matters/content-check/endpoints'
import { type FileView, kindByName } from '../../../shared/files'
import { placePictureKinds } from '../../../shared/matters/content-check/table'
import { personalKinds } from '../../../shared/personal-data/personal-data'
import { pictured } from '../pieces/aloud'
import type { Lists } from '../pieces/field'
import { Notice } from '../pieces/notice'
import { Files } from './files'
import { MarkedText } from './marked-text'
import { Photos } from './photos'
import './content-check-card.scss'

const isOfPlace = ({ kind }: ContentCheckView) => (placePictureKinds as readonly string[]).includes(kind)
const foundKinds = ({ found }: ContentCheckView) =>
  [...new Set(found.map(({ kind }) => personalKinds[kind]))].join('、')
const pictureUrl = (town: string, { kind, place }: ContentCheckView) =>
  `${API_BASE}/api/towns/${town}/${kind === 'portrait' ? `deputies/${place}/portrait` : `stations/${place}/photo`}`

const fileOf = (id: string, name: string): FileView => ({
  ...{ id, name, bytes: 0 },
  kind: kindByName(name),
})

/** What is blurred is the picture as it was sent. */
export const blurredOf = ({ photo }: ContentCheckView): Lists =>
  photo === null ? {} : { blurred: [{ id: photo, name: '' }] }

/** The sentence or the picture itself, with what our own check found in it. */
export function CheckedContent(props: { town: string; check: ContentCheckView; withPhoto: boolean }) {
  const { town, check, withPhoto } = props
  return (
    <>
      {check.text ? <MarkedText text={check.text} found={check.found} /> : null}
      {check.found.length > 0 ? (
        <Notice tone="soon">{`标出的地方可能是${foundKinds(check)}。确实应当公开的再放行，不应当的退回修改。`}</Notice>
      ) : null}
      {isOfPlace(check) && check.place && check.state !== 'hidden' ? (
        <Image
          className="content-check-portrait"
          src={pictureUrl(town, check)}
          mode="aspectFill"
          {...pictured('等着核对的照片')}
        />
      ) : null}
      {check.kind === 'file' && check.photo ? (
        <Files
          town={town}
          label={check.blurred ? '原来的附件' : '附件'}
          files={[fileOf(check.photo, check.text ?? '')]}
        />
      ) : null}
      {check.kind !== 'file' && check.photo && withPhoto ? (
        <Photos town={town} ids={[check.photo]} {...(check.blurred ? { label: '原来的照片' } : {})} />
      ) : null}
      {check.blurred && withPhoto ? (
        <Photos town={town} label="打了码，外面看到的" ids={[check.blurred]} />
      ) : null}
    </>
  )
}
