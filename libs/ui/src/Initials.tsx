import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './Initials.module.css';

export interface InitialsPerson {
  id: string;
  name: string;
  initials: string;
  /** What they do just now, as a picture and in words: a hand that is up. */
  mark?: { icon: ReactNode; words: string } | undefined;
}

export interface InitialsProps {
  /** "Til stede" */
  label: string;
  people: readonly InitialsPerson[];
  max?: number;
  /** "og 3 til" */
  restWords: (rest: number) => string;
  /** `large` is for a shared screen. */
  size?: 'small' | 'large';
  className?: string;
}

/** Who is here, as initials: five at most, the rest in words. */
export function Initials({ label, people, max = 5, restWords, size = 'small', className }: InitialsProps) {
  const shown = people.slice(0, max);
  const rest = people.length - shown.length;
  return (
    <ul className={cx(css.list, css[size], className)} aria-label={label}>
      {shown.map((person) => (
        <li key={person.id} className={css.pill} data-marked={person.mark ? '' : undefined} title={person.name}>
          {person.mark?.icon}
          <span aria-hidden="true">{person.initials}</span>
          <span className={css.name}>{person.mark ? `${person.name}, ${person.mark.words}` : person.name}</span>
        </li>
      ))}
      {rest > 0 && <li className={css.rest}>{restWords(rest)}</li>}
    </ul>
  );
}

export interface PersonProps {
  name: string;
  initials: string;
  /** Role or school, quietly, under the name. */
  detail?: string | undefined;
  className?: string;
}

/** A person by initials and name; no pictures. */
export function Person({ name, initials, detail, className }: PersonProps) {
  return (
    <span className={cx(css.person, className)}>
      <span className={css.disc} aria-hidden="true">
        {initials}
      </span>
      <span className={css.words}>
        <b>{name}</b>
        {detail && <span className={css.detail}>{detail}</span>}
      </span>
    </span>
  );
}
