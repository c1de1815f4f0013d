import { describe, expect, it } from 'vitest';
import { mailLines } from './mail-lines.ts';

describe('the lines of a caught mail', () => {
  it('stay words when they are an address that is not ours, or run something', () => {
    for (const line of [
      'https://evil.example/login',
      'javascript:alert(1)',
      'http://[',
      'Se https://pejling.example/svar/abc her',
      'https://pejling.example/svar/abc?til=//evil.example',
    ])
      expect(mailLines(line)).toEqual([{ words: line }]);
  });

  it('lead to the page on this server, whatever the address in the mail is called', () => {
    expect(mailLines('Kommer du?\nhttps://pejling.example/svar/abc')).toEqual([
      { words: 'Kommer du?' },
      { words: 'https://pejling.example/svar/abc', href: '/svar/abc' },
    ]);
  });
});
