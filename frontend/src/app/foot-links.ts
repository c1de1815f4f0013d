import type { IntlShape } from 'react-intl';

/** At the foot of every page, also before one is signed in. */
export const footLinks = (intl: IntlShape): { href: string; label: string }[] => [
  { href: '/hjaelp', label: intl.formatMessage({ id: 'app.foot.help', defaultMessage: 'Hjælp' }) },
  { href: '/hvem-ser-hvad', label: intl.formatMessage({ id: 'app.foot.who', defaultMessage: 'Hvem ser hvad' }) },
  { href: '/privatliv', label: intl.formatMessage({ id: 'app.foot.privacy', defaultMessage: 'Privatliv' }) },
  {
    href: '/tilgaengelighed',
    label: intl.formatMessage({ id: 'app.foot.accessibility', defaultMessage: 'Tilgængelighed' }),
  },
];
