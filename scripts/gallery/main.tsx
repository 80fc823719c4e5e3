import { createRoot } from 'react-dom/client'
import '../../miniprogram/src/app.scss'
import { Gallery } from './gallery'

const place = document.getElementById('gallery')
if (place) createRoot(place).render(<Gallery />)
