import { FormattedMessage } from 'react-intl';
import css from './Projector.module.css';

/** What the wall has no room for: it stands in the meeting, on everybody's own screen. */
export function More({ count }: { count: number }) {
  return (
    <p className={css.kicker}>
      <FormattedMessage
        id="projector.more"
        defaultMessage="{count, plural, one {og én til i mødet} other {og # til i mødet}}"
        values={{ count }}
      />
    </p>
  );
}
