import { defineMessages, type IntlShape } from 'react-intl';
import type { HolidayKey } from '#domain/school-year.ts';

const WORDS = defineMessages<HolidayKey>({
  'summer-start': { id: 'holiday.summer', defaultMessage: 'Sommerferie' },
  autumn: { id: 'holiday.autumn', defaultMessage: 'Efterårsferie' },
  christmas: { id: 'holiday.christmas', defaultMessage: 'Juleferie' },
  winter: { id: 'holiday.winter', defaultMessage: 'Vinterferie' },
  easter: { id: 'holiday.easter', defaultMessage: 'Påskeferie' },
  ascension: { id: 'holiday.ascension', defaultMessage: 'Kristi himmelfartsferie' },
  whit: { id: 'holiday.whit', defaultMessage: 'Anden pinsedag' },
  constitution: { id: 'holiday.constitution', defaultMessage: 'Grundlovsdag' },
  summer: { id: 'holiday.summer', defaultMessage: 'Sommerferie' },
});

/** A usual holiday's name as it is written into a municipality's own calendar: in Danish, whoever writes it. */
export const holidayName = (key: HolidayKey): string => String(WORDS[key].defaultMessage);

/** A usual holiday's name. @param key of libs/domain/src/school-year.ts, as it came over the wire */
export const holidayWords = (intl: IntlShape, key: string | null): string =>
  key !== null && key in WORDS ? intl.formatMessage(WORDS[key as HolidayKey]) : '';
