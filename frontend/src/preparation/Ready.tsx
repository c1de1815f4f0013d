import { Check } from 'lucide-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import { refusalWords } from '../platform/parts/refusals.ts';
import css from './Preparation.module.css';
import { SAY_PREPARED, type PreparationData } from './parts/preparation.documents.ts';
import { readyShown } from './proposals-view.ts';

/** "Jeg er klar", and how many are. Who is, nobody sees. */
export function Ready({
  preparation,
  called,
  mayWrite,
}: {
  preparation: PreparationData;
  called: number;
  mayWrite: boolean;
}) {
  const intl = useIntl();
  const [say, { pending, error }] = useMutate(SAY_PREPARED, { again: true });
  const isReady = preparation.ownReady ?? false;
  return (
    <div className={css.ready}>
      {mayWrite && (
        <Button
          variant={isReady ? 'secondary' : 'primary'}
          size="large"
          aria-pressed={isReady}
          pending={pending}
          icon={isReady ? <Check aria-hidden /> : undefined}
          onPress={() => void say({ meetingId: preparation.id, ready: !isReady })}
        >
          <FormattedMessage id="preparation.ready" defaultMessage="Jeg er klar" />
        </Button>
      )}
      <p>
        <ReadyCount preparation={preparation} called={called} />{' '}
        <span className="small ink2">
          <FormattedMessage id="preparation.ready.who" defaultMessage="Ingen kan se hvem." />
        </span>
      </p>
      {error !== null && <p role="alert">{refusalWords(intl, error)}</p>}
    </div>
  );
}

/** "3 af 6 er klar" */
export function ReadyCount({
  preparation,
  called,
}: {
  preparation: Pick<PreparationData, 'readyCount' | 'ownReady'>;
  called: number;
}) {
  return (
    <strong className="figures">
      <FormattedMessage
        id="preparation.readyCount"
        defaultMessage="{ready} af {called} er klar"
        values={{ ready: readyShown(preparation), called }}
      />
    </strong>
  );
}
