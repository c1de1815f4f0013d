import type { IntlShape } from 'react-intl';
import type { ClosedStretch } from '#domain/closing-days.ts';
import { shownSchoolYear } from '#domain/school-year.ts';
import type { ClosingDaysQuery } from '../gql/graphql.ts';
import { problemWords, type RefusalDetails } from '../platform/parts/refusals.ts';

export type ClosingDay = ClosingDaysQuery['closingDays']['days'][number];

/** A stretch as it is sent. */
export const stretchOf = ({ name, from, to, school }: ClosingDay): ClosedStretch => ({
  name,
  from,
  to,
  schoolId: school?.id ?? null,
});

const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);

/** "12.–18. oktober 2026", or a single day with its weekday. */
export const stretchWords = (intl: IntlShape, { from, to }: Pick<ClosedStretch, 'from' | 'to'>): string =>
  from === to
    ? intl.formatDate(noon(from), {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        timeZone: 'Europe/Copenhagen',
      })
    : intl.formatDateTimeRange(noon(from), noon(to), {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        timeZone: 'Europe/Copenhagen',
      });

/** What is wrong at a field, and what to do. */
export function closingWords(intl: IntlShape, problem: string, schoolYear: string): string {
  switch (problem) {
    case 'ENDS_BEFORE_IT_BEGINS':
      return intl.formatMessage({
        id: 'screens.closed.endsBefore',
        defaultMessage: 'Den sidste dag ligger før den første. Ret en af dem.',
      });
    case 'OUTSIDE_THE_YEAR':
      return intl.formatMessage(
        {
          id: 'screens.closed.outside',
          defaultMessage: 'Dagen ligger uden for skoleåret {year}, der går fra 1. august til 31. juli.',
        },
        { year: shownSchoolYear(schoolYear) },
      );
    case 'TOO_MANY_DAYS':
      return intl.formatMessage({
        id: 'screens.closed.tooManyDays',
        defaultMessage: 'Det er mere end 100 dage. Tjek årstallet.',
      });
    case 'THERE_ALREADY':
      return intl.formatMessage({
        id: 'screens.closed.there',
        defaultMessage: 'Den står der allerede på en af de dage. Ret den i listen, eller brug et andet navn.',
      });
    case 'NOT_FOUND':
      return intl.formatMessage({
        id: 'screens.closed.noSchool',
        defaultMessage: 'Skolen findes ikke længere. Vælg en anden.',
      });
    default:
      return problemWords(intl, problem);
  }
}

/** The problem that the server found at a field of one stretch; it calls the field by where it stood in what was sent. */
export const problemAt = (refusal: RefusalDetails | null, field: string): string | null =>
  refusal?.fields.find((one) => one.field.split('.').at(-1) === field)?.problem ?? null;
