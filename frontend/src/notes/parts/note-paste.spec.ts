import { describe, expect, it } from 'vitest';
import { cleanPasted } from './note-paste.ts';

describe('what is pasted', () => {
  it.each([
    ['a script', '<p>a<script>alert(1)</script></p>', '<p>a</p>'],
    ['a picture', '<p>a<img src="x" onerror="alert(1)"></p>', '<p>a</p>'],
    ['a style', '<style>p{color:red}</style><p style="color:red">a</p>', '<p>a</p>'],
    ['a drawing', '<p>a<svg onload="alert(1)"><p>b</p></svg></p>', '<p>a</p>'],
  ])('%s falls away', (_what, html, left) => {
    const cleaned = cleanPasted(html);
    expect(cleaned).not.toMatch(/script|alert|onerror|onload|style|color/);
    expect(cleaned.startsWith(left)).toBe(true);
  });

  it('Google Docs’ outermost element makes nothing bold, and what is bold there stays bold', () => {
    expect(
      cleanPasted(
        '<b style="font-weight:normal;" id="docs-1"><p><span style="font-weight:400">a</span><span style="font-weight:700">b</span><span style="font-style:italic">c</span></p></b>',
      ),
    ).toBe('<p><span>a</span><span><strong>b</strong></span><span><em>c</em></span></p>');
  });

  it('Word’s lists become lists, each of its own kind, without their signs', () => {
    const line = (sign: string, words: string) =>
      `<p class="MsoListParagraph" style="margin:0;mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">${sign}<span>&nbsp;</span></span>${words}</p>`;
    expect(
      cleanPasted(`${line('·', 'a')}${line('·', 'b')}<p>x</p>${line('1.', 'c')}${line('2.', 'd')}`).replaceAll(
        ' class="MsoListParagraph"',
        '',
      ),
    ).toBe('<ul><li><p>a</p></li><li><p>b</p></li></ul><p>x</p><ol><li><p>c</p></li><li><p>d</p></li></ol>');
  });

  it('words that speak of styles stay as they were written', () => {
    expect(cleanPasted('<p>skriv style="x" her</p>')).toBe('<p>skriv style="x" her</p>');
  });
});
