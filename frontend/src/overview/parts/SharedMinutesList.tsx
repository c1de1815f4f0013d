import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from '#ui/Link.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { weekNumber } from '../weeks.ts';
import css from './TeamActions.module.css';

/** The minutes a team shares now, each on its own page; nothing in it leads to a person. */
export function SharedMinutesList({ minutes }: { minutes: readonly { id: string; title: string; week: string }[] }) {
  const intl = useIntl();
  return (
    <section className={css.sharing}>
      <h3>
        <FormattedMessage id="overview.shared.title" defaultMessage="Delte referater" />
      </h3>
      {minutes.length === 0 ? (
        <EmptyState
          look="quiet"
          sentence={intl.formatMessage({
            id: 'overview.shared.none',
            defaultMessage: 'Teamet deler ingen referater lige nu. Det vælger teamet selv for hvert møde.',
          })}
        />
      ) : (
        <ul className={css.shared}>
          {minutes.map((one) => (
            <li key={one.id}>
              <Link href={`/delt-referat/${one.id}`} roomy>
                <FormattedMessage
                  id="overview.shared.line"
                  defaultMessage="Uge {week}: {title}"
                  values={{ week: weekNumber(one.week), title: one.title }}
                />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
