import { UserPen } from 'lucide-react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { MinutesHistory } from './MinutesHistory.tsx';

/** The quiet way to who did what to the minutes. */
export function OpenHistory({ meetingId }: { meetingId: string }) {
  const [showing, setShowing] = useState(false);
  return (
    <>
      <Button variant="quiet" icon={<UserPen aria-hidden />} onPress={() => setShowing(true)}>
        <FormattedMessage id="minutes.history" defaultMessage="Historik" />
      </Button>
      {showing && <MinutesHistory meetingId={meetingId} onClose={() => setShowing(false)} />}
    </>
  );
}
