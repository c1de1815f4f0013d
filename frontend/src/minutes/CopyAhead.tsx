import { useQuery } from '@apollo/client/react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Skeleton } from '#ui/Skeleton.tsx';
import { refusalWords } from '../platform/parts/refusals.ts';
import { CopyPaper } from './CopyPaper.tsx';
import { COPY_AHEAD } from './sharing-choice.documents.ts';
import css from './ShareMinutes.module.css';

/** The leaders' copy as it would be if the minutes were approved as they stand; read anew each time it is opened. */
export function CopyAhead({ meetingId, onClose }: { meetingId: string; onClose: () => void }) {
  const intl = useIntl();
  const { data, error } = useQuery(COPY_AHEAD, { variables: { meetingId }, fetchPolicy: 'network-only' });
  return (
    <Dialog
      isOpen
      size="large"
      onClose={onClose}
      title={intl.formatMessage({ id: 'minutes.share.see', defaultMessage: 'Se, hvad lederen ser' })}
      closeLabel={intl.formatMessage({ id: 'minutes.share.close', defaultMessage: 'Luk' })}
      foot={
        <Button onPress={onClose}>
          <FormattedMessage id="minutes.share.close" defaultMessage="Luk" />
        </Button>
      }
    >
      <div className={css.inside}>
        <section>
          {error && !data && <p role="alert">{refusalWords(intl, error)}</p>}
          {data ? (
            <CopyPaper copy={data.leaderCopyAhead} level={3} />
          ) : (
            !error && (
              <Skeleton
                label={intl.formatMessage({ id: 'minutes.loading', defaultMessage: 'Henter referatet' })}
                lines={6}
              />
            )
          )}
        </section>
      </div>
    </Dialog>
  );
}
