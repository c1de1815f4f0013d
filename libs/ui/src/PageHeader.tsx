import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './PageHeader.module.css';

export interface PageHeaderProps {
  title: ReactNode;
  /** Quiet words over the title: "Referat · 5. årgang". */
  kicker?: ReactNode;
  /** Beside the title: a week's arrows. */
  beside?: ReactNode;
  /** Under the title, larger than text. */
  lead?: ReactNode;
  /** At the right end, on the title's line: team, date, buttons. */
  aside?: ReactNode;
  className?: string;
}

/** The page's title, set large. One per page: it holds the `<h1>`. */
export function PageHeader({ title, kicker, beside, lead, aside, className }: PageHeaderProps) {
  return (
    <header className={cx(css.header, className)}>
      <div className={css.row}>
        <div className={css.titles}>
          {kicker && <p className={css.kicker}>{kicker}</p>}
          <div className={css.line}>
            <h1>{title}</h1>
            {beside && <div className={css.beside}>{beside}</div>}
          </div>
        </div>
        {aside && <div className={css.aside}>{aside}</div>}
      </div>
      {lead && <div className={css.lead}>{lead}</div>}
    </header>
  );
}
