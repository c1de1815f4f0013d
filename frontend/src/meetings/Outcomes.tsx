import { useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { TextField } from '#ui/TextField.tsx';
import css from './LiveItem.module.css';

/** An item's outcome in words: "Går videre". */
export function outcomeWords(intl: IntlShape, outcome: string): string {
  return intl.formatMessage(
    {
      id: 'meetings.live.outcome',
      defaultMessage:
        '{outcome, select, DECISION {Beslutning} ACTION {Handling} DISCUSSED {Drøftet, ingen aftale} CARRIED {Går videre} PARKED {Parkeret} DROPPED {Sluppet} NOTED {Færdigt} other {}}',
    },
    { outcome },
  );
}

const CHOICES = ['DECISION', 'ACTION', 'CARRIED', 'PARKED'] as const;

/** "Hvad kom I frem til?": the choices that the first Næste shows. The second without an answer writes "Drøftet, ingen aftale". */
export function Outcomes({
  onChoose,
  onDrop,
  onWait,
}: {
  onChoose: (outcome: string) => void;
  onDrop: (reason: string) => void;
  onWait: () => void;
}) {
  const intl = useIntl();
  const place = useRef<HTMLElement>(null);
  const [reason, setReason] = useState<string | null>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <section
      ref={place}
      tabIndex={-1}
      className={css.outcomes}
      aria-labelledby="outcomes-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onWait();
      }}
    >
      <h2 id="outcomes-title" className="h3">
        <FormattedMessage id="meetings.live.outcomes" defaultMessage="Hvad kom I frem til?" />
      </h2>
      <div className={css.outcomeRow}>
        {CHOICES.map((outcome) => (
          <Button key={outcome} onPress={() => onChoose(outcome)}>
            {outcomeWords(intl, outcome)}
          </Button>
        ))}
        <Button onPress={() => setReason('')} aria-expanded={reason !== null}>
          <FormattedMessage id="meetings.live.outcome.drop" defaultMessage="Slip det" />
        </Button>
      </div>
      {reason !== null && (
        <form
          className={css.decisionForm}
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() !== '') onDrop(reason.trim());
          }}
        >
          <TextField
            autoFocus
            label={intl.formatMessage({ id: 'meetings.live.outcome.reason', defaultMessage: 'Hvorfor slipper I det?' })}
            value={reason}
            onChange={setReason}
          />
          <Button type="submit" isDisabled={reason.trim() === ''}>
            <FormattedMessage id="meetings.live.outcome.dropNow" defaultMessage="Slip punktet" />
          </Button>
        </form>
      )}
      <p className="small ink2">
        <FormattedMessage
          id="meetings.live.outcomes.second"
          defaultMessage="Tryk “Næste punkt” igen, hvis I drøftede det uden at aftale noget."
        />
      </p>
    </section>
  );
}
