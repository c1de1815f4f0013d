import { FormattedMessage } from 'react-intl';
import css from './TrackLegend.module.css';

/** What the two looks of a time bar mean, and how many minutes each has. */
export function TrackLegend({ development, operations }: { development: number; operations: number }) {
  return (
    <p className={css.legend}>
      <span>
        <i className={css.swatch} data-filled="" aria-hidden="true" />
        <FormattedMessage
          id="plan.legend.development"
          defaultMessage="udvikling {minutes} min"
          values={{ minutes: development }}
        />
      </span>
      <span>
        <i className={css.swatch} aria-hidden="true" />
        <FormattedMessage
          id="plan.legend.operations"
          defaultMessage="drift {minutes} min"
          values={{ minutes: operations }}
        />
      </span>
    </p>
  );
}
