import { FormattedMessage, useIntl } from 'react-intl';
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx';
import type { ShownItem } from './parts/projector.documents.ts';
import css from './Spine.module.css';

/** Pejlelinjen down the screen's edge: what is done hangs above the ring that stands at the title, what is to come lies at the foot. */
export function Spine({ items }: { items: readonly ShownItem[] }) {
  const intl = useIntl();
  const at = items.findIndex((item) => item.isCurrent);
  const done = at < 0 ? items : items.slice(0, at);
  const coming = at < 0 ? [] : items.slice(at + 1);
  return (
    <>
      <VisuallyHidden>
        <ol aria-label={intl.formatMessage({ id: 'projector.agenda', defaultMessage: 'Dagsorden' })}>
          {items.map((item, n) => (
            <li key={item.position} {...(n === at && { 'aria-current': 'step' as const })}>
              {n === at ? (
                <FormattedMessage id="projector.current" defaultMessage="Nu: {title}" values={{ title: item.title }} />
              ) : at < 0 || n < at ? (
                <FormattedMessage
                  id="projector.done"
                  defaultMessage="Færdigt: {title}"
                  values={{ title: item.title }}
                />
              ) : (
                item.title
              )}
            </li>
          ))}
        </ol>
      </VisuallyHidden>
      <div className={css.spine} data-over={at < 0 || undefined} aria-hidden>
        <div className={css.done}>
          {done.map((item) => (
            <span key={item.position} className={css.dot} />
          ))}
        </div>
        {at >= 0 && <span className={css.ring} />}
        <div className={css.coming}>
          {coming.map((item) => (
            <span key={item.position} className={css.dot} />
          ))}
        </div>
      </div>
    </>
  );
}
