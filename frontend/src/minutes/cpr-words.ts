import type { IntlShape } from 'react-intl';
import type { MinutesQuery } from '../gql/graphql.ts';
import { refusalOf } from '../platform/parts/refusals.ts';

/** Where the CPR number stands that keeps the minutes from being proposed or approved; null when the refusal is about something else. */
export function cprWords(intl: IntlShape, minutes: MinutesQuery['minutes'], error: unknown): string | null {
  const refusal = refusalOf(error);
  const inText = refusal?.fields.some(({ field, problem }) => field === 'note' && problem === 'CPR');
  const places = refusal?.current['items'];
  if (!inText || !Array.isArray(places)) return null;
  const titles = places.flatMap((id) => {
    if (id === minutes.id) return [intl.formatMessage({ id: 'minutes.cpr.meeting', defaultMessage: 'Mødets noter' })];
    const item = minutes.text.items.find((one) => one.id === id);
    return item ? [`»${item.title}«`] : [];
  });
  return intl.formatMessage(
    {
      id: 'minutes.cpr',
      defaultMessage:
        'Der står et tal, der ligner et CPR-nummer, under {places}. Intet er sendt. Slet tallet i noten, og send så referatet til godkendelse.',
    },
    {
      places:
        titles.length > 0
          ? intl.formatList(titles)
          : intl.formatMessage({ id: 'minutes.cpr.somewhere', defaultMessage: 'et af punkterne' }),
    },
  );
}
