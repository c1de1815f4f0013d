import type { Editor } from '@tiptap/core';
import { useEffect, useId, useRef } from 'react';
import { useIntl } from 'react-intl';
import css from './QuickMenu.module.css';
import type { QuickMenuState } from './use-quick-menu.ts';

/** Between the menu and its line, twice. */
const GAP_PX = 8;

/** The options at the caret. The text keeps the focus and says which option is chosen (ARIA APG, listbox by active descendant). */
export function QuickMenu({ editor, menu }: { editor: Editor; menu: QuickMenuState }) {
  const intl = useIntl();
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const { place, options, at, choose } = menu;
  const active = place ? `${id}${options[at]!.id}` : null;
  const from = place?.from;
  useEffect(() => {
    const text = editor.view.dom;
    if (active === null) return;
    text.setAttribute('aria-controls', id);
    text.setAttribute('aria-activedescendant', active);
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    return () => {
      text.removeAttribute('aria-controls');
      text.removeAttribute('aria-activedescendant');
    };
  }, [editor, id, active]);
  useEffect(() => {
    const element = list.current;
    if (from === undefined || !element?.offsetParent) return;
    const caret = editor.view.coordsAtPos(from);
    const around = element.offsetParent.getBoundingClientRect();
    element.style.setProperty('--x', `${caret.left - around.left}px`);
    // Above the line where there is no room below it: on a phone, at the foot of a long note.
    const fits = caret.bottom + element.offsetHeight <= window.innerHeight || caret.top < element.offsetHeight;
    const top = fits ? caret.bottom : caret.top - element.offsetHeight - GAP_PX;
    element.style.setProperty('--y', `${top - around.top}px`);
  }, [editor, from, options.length]);
  if (!place) return null;
  return (
    <ul
      ref={list}
      id={id}
      role="listbox"
      className={css.menu}
      aria-label={
        place.trigger === '/'
          ? intl.formatMessage({ id: 'notes.menu', defaultMessage: 'Sæt ind' })
          : intl.formatMessage({ id: 'notes.menu.people', defaultMessage: 'Nævn en kollega' })
      }
    >
      {options.map((option, n) => (
        <li
          key={option.id}
          id={`${id}${option.id}`}
          role="option"
          aria-selected={n === at}
          className={css.option}
          // The caret stays where it is; the keys are the text's own (use-quick-menu.ts).
          onMouseDown={(event) => {
            event.preventDefault();
            choose(option);
          }}
        >
          {option.label}
        </li>
      ))}
    </ul>
  );
}
