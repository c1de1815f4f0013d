import { useApolloClient } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import { FEWEST_PULSE_ANSWERS, PULSE_STEPS } from '#domain/silent-lifecycle.ts';
import { Button } from '#ui/Button.tsx';
import { SegmentedControl } from '#ui/SegmentedControl.tsx';
import { WhoCanSee } from '../../access/parts/WhoCanSee.tsx';
import { useMutate } from '../../live/parts/use-mutate.ts';
import type { ItemData, MeetingData } from '../../meetings/parts/meeting.documents.ts';
import { refusalCode, refusalWords } from '../../platform/parts/refusals.ts';
import css from '../Pulse.module.css';
import { ANSWER_PULSE, SHOW_PULSE } from './silent.documents.ts';

const SEEN_HERE = ['pulse.distribution'] as const;

/** At check-out each answers 1 to 5 alone; the team sees how the answers lie, never whose they are. */
export function PulseCheck({ meeting, item }: { meeting: MeetingData; item: ItemData }) {
  const intl = useIntl();
  const client = useApolloClient();
  const [answer, answering] = useMutate(ANSWER_PULSE, { again: true });
  const [show, showing] = useMutate(SHOW_PULSE, { again: true });
  const pulse = meeting.pulses?.find((one) => one.id === item.id);
  if (!pulse || (item.state !== 'ACTIVE' && !pulse.shown)) return null;
  const choose = async (step: number) => {
    const { error } = await answer({ itemId: item.id, step });
    if (!error) client.cache.modify({ id: `Pulse:${item.id}`, fields: { ownStep: () => step } });
  };
  const fault = answering.error ?? showing.error;
  return (
    <section className={css.pulse} aria-labelledby="pulse-title">
      <h2 id="pulse-title" className="h3">
        <FormattedMessage id="reflections.pulse.title" defaultMessage="Var mødet tiden værd?" />
      </h2>
      {pulse.shown && pulse.counts ? (
        <Distribution counts={pulse.counts} />
      ) : (
        <>
          <SegmentedControl
            label={intl.formatMessage({
              id: 'reflections.pulse.label',
              defaultMessage: 'Var mødet tiden værd? 1 er slet ikke, 5 er i høj grad',
            })}
            segments={PULSE_STEPS.map((step) => ({ id: String(step), label: String(step) }))}
            value={pulse.ownStep === null ? null : String(pulse.ownStep)}
            onChange={(id) => void choose(Number(id))}
            className={css.steps!}
          />
          <p className={css.ends} aria-hidden>
            <span>
              <FormattedMessage id="reflections.pulse.least" defaultMessage="Slet ikke" />
            </span>
            <span>
              <FormattedMessage id="reflections.pulse.most" defaultMessage="I høj grad" />
            </span>
          </p>
          <p className={css.promise}>
            <FormattedMessage
              id="reflections.pulse.promise"
              defaultMessage="Dit svar er dit. Teamet ser kun, hvordan svarene fordeler sig, og du kan ændre dit, til I viser det."
            />
          </p>
          {fault !== null && (
            <p role="alert">
              {refusalCode(fault) === 'STEP_NOT_POSSIBLE' ? (
                <FormattedMessage
                  id="reflections.pulse.few"
                  defaultMessage="For få svar. Der skal være mindst {count}, så ingen kan kendes."
                  values={{ count: FEWEST_PULSE_ANSWERS }}
                />
              ) : (
                refusalWords(intl, fault)
              )}
            </p>
          )}
          <div className={css.row}>
            <Button pending={showing.pending} onPress={() => void show({ itemId: item.id })}>
              <FormattedMessage id="reflections.pulse.show" defaultMessage="Vis fordelingen" />
            </Button>
            <WhoCanSee abilities={SEEN_HERE} />
          </div>
        </>
      )}
    </section>
  );
}

function Distribution({ counts }: { counts: readonly number[] }) {
  const most = Math.max(1, ...counts);
  return (
    <ol className={css.distribution}>
      {counts.map((count, index) => (
        <li key={index}>
          <span className={css.bar} style={{ blockSize: `${(count / most) * 5}rem` }} aria-hidden />
          <span className="figures" aria-hidden>
            {index + 1}
          </span>
          <span className={css.count}>
            <FormattedMessage
              id="reflections.pulse.count"
              defaultMessage="{step}: {count, plural, =0 {ingen} one {en} other {#}}"
              values={{ step: index + 1, count }}
            />
          </span>
        </li>
      ))}
    </ol>
  );
}
