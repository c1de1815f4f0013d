import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button, ButtonLink } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import type { MinutesQuery, MinutesSharingQuery } from '../gql/graphql.ts';
import { useViewer } from '../identity/parts/viewer.ts';
import { useFollow } from '../live/parts/live-context.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import { dayWords } from '../meetings/parts/meeting-time.ts';
import { refusalWords } from '../platform/parts/refusals.ts';
import { CopyPaper } from './CopyPaper.tsx';
import { MINUTES_SHARING, REVOKE, SHARE } from './share.documents.ts';
import css from './ShareMinutes.module.css';

/** Whether the school's leaders have the minutes, what they read, and the way to give it or take it back. */
export function ShareMinutes({ minutes }: { minutes: MinutesQuery['minutes'] }) {
  const intl = useIntl();
  const viewer = useViewer();
  const announce = useAnnounce();
  const { data, previousData, refetch } = useQuery(MINUTES_SHARING, { variables: { meetingId: minutes.id } });
  const sharing = (data ?? previousData)?.minutesSharing;
  useFollow('MEETING', minutes.id, minutes.liveVersion, () => void refetch());
  const [revoke, revoking] = useMutate(REVOKE);
  const [isOpen, setOpen] = useState(false);
  const [isTold, setTold] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is another one now: the focus goes to what says so.
  useEffect(() => {
    if (isTold) heading.current?.focus();
  }, [isTold, sharing?.shared?.id]);
  if (!sharing || sharing.schoolName === null) return null;
  const { shared } = sharing;
  const mayShare = viewer.teams.some((team) => team.id === minutes.teamId && team.relation === 'MEMBER');
  const told = (words: string) => {
    setOpen(false);
    setTold(true);
    announce(words);
    void refetch();
  };
  const takeBack = async () => {
    const { error } = await revoke({ meetingId: minutes.id });
    if (!error)
      told(intl.formatMessage({ id: 'minutes.share.revoked', defaultMessage: 'Delingen er trukket tilbage' }));
  };
  return (
    <section className={css.share} aria-labelledby="share">
      <h2 id="share" ref={heading} tabIndex={-1}>
        {shared ? (
          <FormattedMessage
            id="minutes.share.shared"
            defaultMessage="Delt med skoleledelsen den {date}"
            values={{ date: dayWords(intl, shared.sharedOn) }}
          />
        ) : (
          <FormattedMessage id="minutes.share.not" defaultMessage="Ikke delt med skoleledelsen" />
        )}
      </h2>
      <p className="small">
        {!shared ? (
          <FormattedMessage
            id="minutes.share.notWords"
            defaultMessage="Kun teamet og jeres ressourceperson kan læse referatet. I vælger selv, om lederen skal have en kopi uden fremmøde, klokkeslæt og ansvarlige."
          />
        ) : sharing.isUpToDate && sharing.isByAgreement ? (
          <FormattedMessage
            id="minutes.share.byAgreement"
            defaultMessage="Delt efter skolens aftale, da referatet blev godkendt. Lederen læser en kopi, som den var den dag. I kan trække den tilbage, når I vil."
          />
        ) : sharing.isUpToDate ? (
          <FormattedMessage
            id="minutes.share.sharedWords"
            defaultMessage="Lederen læser en kopi, som den var den dag. I kan trække den tilbage, når I vil."
          />
        ) : (
          <FormattedMessage
            id="minutes.share.older"
            defaultMessage="I har skrevet en tilføjelse siden. Lederen læser udgaven fra dengang, til I deler den nye."
          />
        )}
      </p>
      {revoking.error !== null && <p role="alert">{refusalWords(intl, revoking.error)}</p>}
      <div className={css.buttons}>
        {mayShare && (!shared || !sharing.isUpToDate) && (
          <Button variant="secondary" onPress={() => setOpen(true)}>
            {shared ? (
              <FormattedMessage id="minutes.share.anew" defaultMessage="Del den nye udgave" />
            ) : (
              <FormattedMessage id="minutes.share.open" defaultMessage="Del med skoleledelsen" />
            )}
          </Button>
        )}
        {mayShare && shared && (
          <Button variant="secondary" pending={revoking.pending} onPress={() => void takeBack()}>
            <FormattedMessage id="minutes.share.revoke" defaultMessage="Træk delingen tilbage" />
          </Button>
        )}
        {shared && (
          <ButtonLink variant="quiet" href={`/delt-referat/${shared.id}`}>
            <FormattedMessage id="minutes.share.see" defaultMessage="Se, hvad lederen ser" />
          </ButtonLink>
        )}
      </div>
      {isOpen && (
        <ShareDialog
          sharing={sharing}
          onClose={() => setOpen(false)}
          onRead={() => void refetch()}
          onShared={() =>
            told(
              intl.formatMessage({ id: 'minutes.share.done', defaultMessage: 'Referatet er delt med skoleledelsen' }),
            )
          }
        />
      )}
    </section>
  );
}

interface ShareDialogProps {
  sharing: MinutesSharingQuery['minutesSharing'];
  onClose: () => void;
  /** Somebody was faster: the copy is read anew. */
  onRead: () => void;
  onShared: () => void;
}

/** Who gets it and what they read, before it is given. */
function ShareDialog({ sharing, onClose, onRead, onShared }: ShareDialogProps) {
  const intl = useIntl();
  const [share, sharingNow] = useMutate(SHARE);
  const { copy, receivers } = sharing;
  const give = async () => {
    const { error, refusal } = await share({ meetingId: sharing.id, seen: sharing.fingerprint });
    if (!error) onShared();
    else if (refusal?.code === 'CHANGED_MEANWHILE') onRead();
  };
  return (
    <Dialog
      isOpen
      size="large"
      onClose={onClose}
      title={intl.formatMessage({ id: 'minutes.share.title', defaultMessage: 'Del referatet med skoleledelsen' })}
      closeLabel={intl.formatMessage({ id: 'minutes.share.close', defaultMessage: 'Luk' })}
      foot={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="minutes.cancel" defaultMessage="Fortryd" />
          </Button>
          {receivers.length > 0 && (
            <Button variant="primary" pending={sharingNow.pending} onPress={() => void give()}>
              <FormattedMessage id="minutes.share.do" defaultMessage="Del" />
            </Button>
          )}
        </>
      }
    >
      <div className={css.inside}>
        {sharingNow.error !== null && <p role="alert">{refusalWords(intl, sharingNow.error)}</p>}
        <section>
          <h3>
            <FormattedMessage id="minutes.share.receivers" defaultMessage="Hvem får det?" />
          </h3>
          {receivers.length === 0 ? (
            <p>
              <FormattedMessage
                id="minutes.share.nobody"
                defaultMessage="{school} har ingen leder i Pejling lige nu, så der er ingen at dele med. Bed administrationen om at oprette lederen."
                values={{ school: sharing.schoolName }}
              />
            </p>
          ) : (
            <ul className={css.receivers}>
              {receivers.map((person) => (
                <li key={person.id}>
                  <FormattedMessage
                    id="minutes.share.receiver"
                    defaultMessage="{name}, skoleleder, {school}"
                    values={{ name: person.displayName, school: sharing.schoolName }}
                  />
                </li>
              ))}
            </ul>
          )}
          <p className="small ink2">
            <FormattedMessage
              id="minutes.share.later"
              defaultMessage="Bliver en anden leder af skolen, mens I deler, kan vedkommende også læse det."
            />
          </p>
        </section>
        <section>
          <h3>
            <FormattedMessage id="minutes.share.see" defaultMessage="Se, hvad lederen ser" />
          </h3>
          <CopyPaper copy={copy} level={4} />
        </section>
      </div>
    </Dialog>
  );
}
