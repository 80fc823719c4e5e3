import { yearUnder } from '../../support/year/year-under'

yearUnder('shandongTownship')
