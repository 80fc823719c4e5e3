import { Image } from '@tarojs/components'
import { showSceneImage } from '../../../shared/api/qr-codes'
import { fillPath } from '../client/request'
import { pictured } from '../pieces/aloud'
import './code-image.scss'

/** The 小程序码 with this scene, as large as whoever prints it says; `of` is what it leads to. */
export const CodeImage = ({
  scene,
  of,
  className = '',
}: {
  scene: string
  of: string
  className?: string
}) => (
  <Image
    className={`code-picture ${className}`}
    src={`${API_BASE}/api${fillPath(showSceneImage.path, { scene })}`}
    {...pictured(`${of}的小程序码`)}
  />
)
