import type { IntlShape } from 'react-intl';

/** "Seks minutter tilbage"; whole minutes, the begun one included. */
export function leftWords(intl: IntlShape, left: number, over: number): string {
  if (left > 0)
    return intl.formatMessage(
      {
        id: 'projector.left',
        defaultMessage:
          '{left, plural, =1 {Et minut tilbage} =2 {To minutter tilbage} =3 {Tre minutter tilbage} =4 {Fire minutter tilbage} =5 {Fem minutter tilbage} =6 {Seks minutter tilbage} =7 {Syv minutter tilbage} =8 {Otte minutter tilbage} =9 {Ni minutter tilbage} =10 {Ti minutter tilbage} =11 {Elleve minutter tilbage} =12 {Tolv minutter tilbage} other {# minutter tilbage}}',
      },
      { left },
    );
  if (over === 0) return intl.formatMessage({ id: 'projector.up', defaultMessage: 'Tiden er gået' });
  return intl.formatMessage(
    {
      id: 'projector.over',
      defaultMessage:
        '{over, plural, =1 {Et minut over} =2 {To minutter over} =3 {Tre minutter over} =4 {Fire minutter over} =5 {Fem minutter over} =6 {Seks minutter over} other {# minutter over}}',
    },
    { over },
  );
}
