import { serve } from './serve'

serve(process.env, () => new Date())
