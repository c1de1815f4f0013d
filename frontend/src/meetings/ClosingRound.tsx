import { FormattedMessage, useIntl } from 'react-intl';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { Select } from '#ui/Select.tsx';
import css from './ClosingRound.module.css';
import { outcomeWords } from './Outcomes.tsx';
import type { ItemData, MeetingData } from './parts/meeting.documents.ts';
import { ReadBack } from './ReadBack.tsx';
import type { Run } from './use-run.ts';

export interface ClosingRoundProps {
  meeting: MeetingData;
  items: readonly ItemData[];
  run: Run;
  mayRun: boolean;
  pending: boolean;
  onShow: (itemId: string) => void;
}

/** Closing is sorting: Færdigt, Går videre, Parkeret. What was decided and agreed is read aloud, then the meeting ends. */
export function ClosingRound({ meeting, items, run, mayRun, pending, onShow }: ClosingRoundProps) {
  const intl = useIntl();
  const unshown = meeting.silentWritings.find((writing) => writing.state === 'OPEN');
  return (
    <article className={css.closing}>
      <p className="ink2">
        <FormattedMessage id="meetings.closing.kicker" defaultMessage="Opsamling" />
      </p>
      <h1>
        <FormattedMessage id="meetings.closing.title" defaultMessage="Det har I aftalt" />
      </h1>
      <ReadBack meeting={meeting} />
      <section aria-labelledby="sorting-title" className={css.sorting}>
        <h2 id="sorting-title">
          <FormattedMessage id="meetings.closing.sorting" defaultMessage="Sådan går punkterne videre" />
        </h2>
        <ul className={css.rows}>
          {items.map((item) => (
            <li key={item.id} className={css.row}>
              <button type="button" className={css.rowTitle} onClick={() => onShow(item.id)}>
                {item.title}
              </button>
              {mayRun && item.state !== 'ACTIVE' && !(item.state === 'DONE' && item.outcome === 'NOTED') ? (
                <Select
                  label={intl.formatMessage(
                    { id: 'meetings.closing.outcomeOf', defaultMessage: 'Udfald for {title}' },
                    { title: item.title },
                  )}
                  hideLabel
                  look="quiet"
                  value={item.outcome ?? 'CARRIED'}
                  options={choicesFor(item).map((outcome) => ({ id: outcome, label: outcomeWords(intl, outcome) }))}
                  onChange={(outcome) => run.setOutcome(item, outcome)}
                />
              ) : (
                <span className="ink2">{outcomeWords(intl, item.outcome ?? 'CARRIED')}</span>
              )}
            </li>
          ))}
        </ul>
      </section>
      {unshown && (
        <Banner
          tone="warn"
          title={intl.formatMessage({
            id: 'meetings.closing.unshown',
            defaultMessage: 'En tavs refleksion er ikke vist endnu',
          })}
          actions={
            <Button variant="quiet" onPress={() => onShow(unshown.itemId)}>
              <FormattedMessage id="meetings.closing.toUnshown" defaultMessage="Gå til punktet" />
            </Button>
          }
        >
          <FormattedMessage
            id="meetings.closing.unshownText"
            defaultMessage="Slutter I nu, bliver hvert indlæg hos den, der skrev det, og ingen andre ser det."
          />
        </Banner>
      )}
      {mayRun && (
        <div className={css.foot}>
          <Button variant="primary" size="large" onPress={() => !pending && run.finish()}>
            <FormattedMessage id="meetings.closing.finish" defaultMessage="Afslut mødet" />
          </Button>
          <Button variant="quiet" onPress={run.previous}>
            <FormattedMessage id="meetings.closing.back" defaultMessage="Tilbage til sidste punkt" />
          </Button>
        </div>
      )}
    </article>
  );
}

/** What an item can still become: one that was never reached was not talked about. */
const choicesFor = (item: ItemData): string[] => [
  ...(item.state === 'PLANNED' ? [] : ['DECISION', 'ACTION', 'DISCUSSED']),
  'CARRIED',
  'PARKED',
  ...(item.outcome === 'DROPPED' ? ['DROPPED'] : []),
  ...(item.outcome === 'NOTED' ? ['NOTED'] : []),
];
