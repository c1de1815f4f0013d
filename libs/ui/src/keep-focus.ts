const PLACES = 'section, article, form, aside, nav, [role="dialog"]';
const HEADINGS = 'h1, h2, h3';

/**
 * Whoever uses the keyboard keeps their place: when the control that had focus goes away or can't be used any more, and
 * nobody has given focus to something else, it goes to the heading of the nearest place that is left, or of the page.
 * @returns the way to stop
 */
export function keepFocus(document: Document): () => void {
  const view = document.defaultView!;
  let last: Element | null = null;
  let around: Element[] = [];
  let byKeys = false;
  let frame = 0;

  const taken = (event: FocusEvent) => {
    if (!(event.target instanceof view.Element) || event.target === document.body) return;
    last = event.target;
    byKeys = last.matches(':focus-visible');
    around = [];
    for (let one = last.parentElement; one; one = one.parentElement) around.push(one);
  };
  const isLost = () =>
    last !== null && document.activeElement === document.body && (!last.isConnected || last.matches(':disabled'));
  const giveBack = () => {
    if (!isLost()) return;
    const place = restingPlace(document, around);
    if (!place) return;
    if (!place.hasAttribute('tabindex')) place.setAttribute('tabindex', '-1');
    // Under a finger or a mouse the page stays where it was.
    place.focus({ preventScroll: !byKeys || place.matches('main') });
  };
  // Two frames: what closes and gives focus back by itself, as dialogs and menus do, comes first.
  const look = () => {
    view.cancelAnimationFrame(frame);
    if (isLost()) frame = view.requestAnimationFrame(() => (frame = view.requestAnimationFrame(giveBack)));
  };
  const left = (event: FocusEvent) => {
    if (event.relatedTarget !== null) return;
    const from = event.target;
    // A click beside everything is no loss; nor is what happens to the control afterwards.
    queueMicrotask(() => {
      const stands = from instanceof view.HTMLElement && from.isConnected && !from.matches(':disabled');
      if (from === last && stands && document.activeElement === document.body) last = null;
    });
  };

  const watch = new view.MutationObserver(look);
  watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  document.addEventListener('focusin', taken);
  document.addEventListener('focusout', left);
  return () => {
    watch.disconnect();
    view.cancelAnimationFrame(frame);
    document.removeEventListener('focusin', taken);
    document.removeEventListener('focusout', left);
  };
}

function restingPlace(document: Document, around: readonly Element[]): HTMLElement | null {
  const near = around.find((one): one is HTMLElement => one.isConnected && one.matches(PLACES));
  const main = document.querySelector<HTMLElement>('main');
  return near ? (near.querySelector<HTMLElement>(HEADINGS) ?? near) : (main?.querySelector<HTMLElement>('h1') ?? main);
}
