import { describe, expect, it } from 'vitest';
import { matching, quickQuery } from './quick-query.ts';

describe('what is looked for at the caret', () => {
  it.each([
    'og/eller',
    '24/11',
    'https://',
    'http://a.dk/sti',
    '1/2',
    'anne@skole.dk',
    'a@b',
    '/ ',
    '/liste ',
    '//',
    '',
  ])('nothing in "%s"', (text) => expect(quickQuery(text)).toBeNull());

  it.each([
    ['/', '/', ''],
    ['Vi prøver /punkt', '/', 'punkt'],
    ['(/citat', '/', 'citat'],
    ['@', '@', ''],
    ['Det gør @Søren', '@', 'Søren'],
    ['@Anne Kj', '@', 'Anne Kj'],
    ['\uFFFC@ma', '@', 'ma'],
  ])('in "%s" by %s: "%s"', (text, trigger, words) =>
    expect(quickQuery(text)).toEqual({ trigger, words, length: words.length + 1 }),
  );

  it('a name is found by its first and its last word, in any case, and not by its middle', () => {
    const people = [{ label: 'Anne Kjær' }, { label: 'Mads Juhl-Ærø' }];
    expect(matching(people, 'kj')).toEqual([people[0]]);
    expect(matching(people, 'ÆRØ')).toEqual([people[1]]);
    expect(matching(people, 'anne kj')).toEqual([people[0]]);
    expect(matching(people, 'nne')).toEqual([]);
    expect(matching(people, '')).toEqual(people);
  });
});
