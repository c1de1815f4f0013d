import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { Button } from '#ui/Button.tsx';
import { useMutate } from '../../live/parts/use-mutate.ts';
import { refusalWords } from '../../platform/parts/refusals.ts';
import { START_MEETING_NOW } from '../plan.documents.ts';

/** From nothing to a meeting in two taps: the first says what the second does. */
export function StartNow({ teamId, variant = 'secondary' }: { teamId: string; variant?: 'secondary' | 'quiet' }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const [sure, setSure] = useState(false);
  const [start, { pending, error }] = useMutate(START_MEETING_NOW);
  const begin = async () => {
    const { id } = await start({ teamId });
    if (id) await navigate(`/moede/${id}`);
  };
  return (
    <>
      <Button
        variant={variant}
        onPress={() => (sure ? !pending && void begin() : setSure(true))}
        onBlur={() => setSure(false)}
      >
        {sure ? (
          <FormattedMessage id="meetings.now.sure" defaultMessage="Ja, start nu" />
        ) : (
          <FormattedMessage id="meetings.now.start" defaultMessage="Start et møde nu" />
        )}
      </Button>
      {error !== null && <p role="alert">{refusalWords(intl, error)}</p>}
    </>
  );
}
