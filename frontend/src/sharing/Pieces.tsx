import { Fragment } from 'react';
import type { HitData } from './use-search.ts';
import css from './Search.module.css';

/** A found text, with what was sought marked. */
export function Pieces({ pieces }: { pieces: HitData['title'] }) {
  return pieces.map(({ text, isMatch }, n) =>
    isMatch ? (
      <mark key={n} className={css.mark}>
        {text}
      </mark>
    ) : (
      <Fragment key={n}>{text}</Fragment>
    ),
  );
}

/** Where in its text it was found, if that is anywhere but in its title. */
export const fragmentShown = (hit: HitData): HitData['title'] | null => {
  const fragment = hit.noteFragment ?? hit.fragment;
  return fragment?.some(({ isMatch }) => isMatch) ? fragment : null;
};
