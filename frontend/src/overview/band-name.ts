import type { IntlShape } from 'react-intl';

/** A grade band's name, as schools say it. */
export function bandName(intl: IntlShape, band: string): string {
  return intl.formatMessage(
    {
      id: 'overview.band',
      defaultMessage:
        '{band, select, INDSKOLING {Indskoling} MELLEMTRIN {Mellemtrin} UDSKOLING {Udskoling} other {Alle årgange}}',
    },
    { band },
  );
}
