import { asData } from '../../platform/parts/pasted-html.ts';

/**
 * HTML from the clipboard, made ready for the editor: what Word and Google Docs say in styles is said in elements, and styles go.
 * They must be read as text: the page's content policy keeps them from taking effect, so that Google Docs' outermost
 * `<b style="font-weight:normal">` would make everything bold. Nothing in it runs: the document it is read in has no window.
 */
export function cleanPasted(html: string): string {
  const { body } = new DOMParser().parseFromString(asData(html), 'text/html');
  for (const element of body.querySelectorAll('script, style, img, svg, object, embed, iframe, link, meta'))
    element.remove();
  wordLists(body);
  for (const element of body.querySelectorAll<HTMLElement>('[data-style]')) {
    const style = element.getAttribute('data-style') ?? '';
    element.removeAttribute('data-style');
    const weight = /font-weight:\s*(\w+)/i.exec(style)?.[1];
    if (/^(B|STRONG)$/.test(element.tagName)) {
      if (weight && !isBold(weight)) element.replaceWith(...element.childNodes);
    } else if (element.tagName === 'SPAN') {
      if (weight && isBold(weight)) wrap(element, 'strong');
      if (/font-style:\s*italic/i.test(style)) wrap(element, 'em');
    }
  }
  return body.innerHTML;
}

const isBold = (weight: string): boolean => weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;

function wrap(element: HTMLElement, tag: string): void {
  const inside = element.ownerDocument.createElement(tag);
  inside.append(...element.childNodes);
  element.append(inside);
}

/** Word's lists are paragraphs that say of themselves that they are lists, with the sign in front as text. */
function wordLists(body: HTMLElement): void {
  let list = null as HTMLElement | null;
  for (const line of body.querySelectorAll<HTMLElement>('p[data-style*="mso-list:"]')) {
    const signs = [...line.querySelectorAll<HTMLElement>('[data-style*="mso-list:Ignore"]')];
    const tag = /^\s*(\d+|[a-z])[.)]/i.test(signs.map((sign) => sign.textContent).join('')) ? 'OL' : 'UL';
    for (const sign of signs) sign.remove();
    if (list?.tagName !== tag || list.nextElementSibling !== line) {
      list = line.ownerDocument.createElement(tag);
      line.before(list);
    }
    const item = line.ownerDocument.createElement('li');
    list.append(item);
    item.append(line);
  }
}
