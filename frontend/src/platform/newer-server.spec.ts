import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { problemWords, refusalWords } from './parts/refusals.ts';

const intl = createIntl({ locale: 'da', onError: () => undefined });
const refused = (extensions: unknown) => ({ errors: [{ message: 'x', extensions }] });

describe('what an old page says of a newer server’s refusal', () => {
  it.each([
    ['a code it does not know', { code: 'TOO_FAST' }],
    ['one that is no code', { code: 7 }],
    ['none at all', undefined],
    ['fields it does not know', { code: 'HELT_NYT', fields: 'alle', possible: 'alt' }],
  ])('is a general word: %s', (_what, extensions) => {
    expect(refusalWords(intl, refused(extensions))).toBe(
      'Noget gik galt hos os. Det, I har gemt, er gemt. Prøv igen om lidt.',
    );
  });

  it('is that something is to be mended, where it does not know what is wrong with a field', () => {
    const general = 'Der er noget, der skal rettes, før det kan gemmes.';
    expect(problemWords(intl, 'HELT_NYT')).toBe(general);
    expect(refusalWords(intl, refused({ code: 'INPUT_REFUSED', fields: [{ field: 'x', problem: 'HELT_NYT' }] }))).toBe(
      general,
    );
  });

  it('names no step it does not know', () => {
    const words = refusalWords(intl, refused({ code: 'STEP_NOT_POSSIBLE', possible: ['HELT_NYT'] }));
    expect(words).toBe('Det er ikke muligt lige nu, for andre er nået videre. Siden viser, hvor I er.');
  });
});
