import { describe, expect, it } from 'vitest';
import { textOfHtml } from './parts/pasted-html.ts';

describe('what is copied as a page', () => {
  it('from Excel becomes columns with tabs', () => {
    expect(
      textOfHtml(
        '<html><head><style>td{color:red}</style></head><body><table><col><tr><td>Handling</td><td>Hvem</td></tr><tr><td>Fælles<br>start</td><td>AK</td></tr></table></body></html>',
      ),
    ).toBe('Handling\tHvem\nFælles start\tAK');
  });

  it('from Word becomes a line for each point, without the bullets that Word writes', () => {
    const point = (words: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;
    expect(textOfHtml(`<body>${point('Ring til\n PPR')}${point('<b>Find</b> et rum')}</body>`)).toBe(
      'Ring til PPR\nFind et rum',
    );
  });

  it('from Docs becomes a line for each point, nested ones too', () => {
    expect(textOfHtml('<b><ul><li><p><span>Et</span></p></li><ul><li><p>To</p></li></ul></ul><p>Tre</p></b>')).toBe(
      'Et\nTo\nTre',
    );
  });

  it('runs and fetches nothing', () => {
    expect(
      textOfHtml('<ul><li>Et<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</script></li></ul>'),
    ).toBe('Et');
    expect((globalThis as { ran?: number }).ran).toBe(undefined);
  });

  it('without a list or a table is left to its plain text', () => {
    expect(textOfHtml('<p>Et</p><p>To</p>')).toBe(null);
  });
});
