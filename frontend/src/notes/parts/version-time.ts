import type { IntlShape } from 'react-intl';
import { copenhagenTime } from '#domain/copenhagen.ts';

/** "26. november kl. 14.32", in Copenhagen. */
export const versionTime = (intl: IntlShape, at: string): string =>
  intl.formatMessage(
    { id: 'notes.history.time', defaultMessage: '{day} kl. {time}' },
    {
      day: intl.formatDate(at, { day: 'numeric', month: 'long', timeZone: 'Europe/Copenhagen' }),
      time: copenhagenTime(Date.parse(at)),
    },
  );
