import type { IntlShape } from 'react-intl';
import { refusalCode, refusalWords } from '../../platform/parts/refusals.ts';

/** The digits of what was typed, however they were set apart; null when they are not six. */
export function codeOf(text: string): string | null {
  const digits = text.replaceAll(/[\s-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

/** Why the screen was not lent the meeting, and what to do. */
export function lendFault(intl: IntlShape, error: unknown): string {
  switch (refusalCode(error)) {
    case 'CODE_REFUSED':
      return intl.formatMessage({
        id: 'projector.lend.refused',
        defaultMessage: 'Koden passer ikke til en skærm, der venter. Se koden på skærmen, og skriv den igen.',
      });
    case 'TOO_MANY_ATTEMPTS':
      return intl.formatMessage({
        id: 'projector.lend.tooMany',
        defaultMessage: 'Der er prøvet mange koder. Vent et minut, og skriv så den, der står på skærmen nu.',
      });
    default:
      return refusalWords(intl, error);
  }
}
