import { FormattedMessage } from 'react-intl';
import type { LeaderCopyPartsFragment } from '../gql/graphql.ts';
import { LeaderCopy, weekNumber } from './LeaderCopy.tsx';
import css from './ShareMinutes.module.css';

/** What the leaders would read, laid out as a paper, with a word of the names in it. */
export function CopyPaper({ copy, level }: { copy: LeaderCopyPartsFragment; level: 3 | 4 }) {
  return (
    <>
      <p className="small">
        <FormattedMessage
          id="minutes.share.names"
          defaultMessage="Navne, I selv har skrevet i teksten, bliver stående. Læs den igennem, før I deler."
        />
      </p>
      <div className={css.paper}>
        <p className={css.kicker}>
          <FormattedMessage
            id="minutes.shared.heading"
            defaultMessage="{title}, uge {week}"
            values={{ title: copy.title, week: weekNumber(copy.week) }}
          />
        </p>
        <LeaderCopy copy={copy} level={level} />
      </div>
    </>
  );
}
