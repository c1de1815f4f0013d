import { useApolloClient } from '@apollo/client/react';
import { EyeOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { MenuButton } from '#ui/Menu.tsx';
import { MinuteScale } from '#ui/MinuteScale.tsx';
import { WhoCanSee } from '../../access/parts/WhoCanSee.tsx';
import { useViewer } from '../../identity/parts/viewer.ts';
import { useFollow, useServerClock } from '../../live/parts/live-context.tsx';
import { useMutate } from '../../live/parts/use-mutate.ts';
import type { MeetingData } from '../../meetings/parts/meeting.documents.ts';
import { refusalWords } from '../../platform/parts/refusals.ts';
import { SilentField } from '../SilentField.tsx';
import css from '../SilentRoom.module.css';
import { timeOf, useLeftWords } from './silent-time.ts';
import { useSilentPosts } from '../use-silent-posts.ts';
import {
  CANCEL_SILENT_WRITING,
  OWN_SILENT_WRITINGS,
  REVEAL_SILENT_WRITING,
  SAY_READY,
  type SilentWritingData,
} from './silent.documents.ts';

const BEAT_MS = 5_000;
const SEEN_HERE = ['silent.own', 'silent.ready', 'silent.post', 'silent.author'] as const;

/** Everybody writes alone: one question, one field, the time, how many are ready. It stands in place of agenda and notes. */
export function SilentRoom({
  meeting,
  writing,
  number,
}: {
  meeting: MeetingData;
  writing: SilentWritingData;
  number: number;
}) {
  const intl = useIntl();
  const viewer = useViewer();
  const client = useApolloClient();
  const announce = useAnnounce();
  const refetch = () =>
    void client
      .query({ query: OWN_SILENT_WRITINGS, variables: { meetingId: meeting.id }, fetchPolicy: 'network-only' })
      .catch(() => undefined);
  useFollow('PERSON', viewer.id, writing.ownVersion, refetch);
  const posts = useSilentPosts(writing, refetch);
  const time = timeOf(writing, useServerClock(BEAT_MS));
  const colleagues = meeting.participants.flatMap((one) =>
    one.person && one.person.id !== viewer.id ? [one.person] : [],
  );
  useEffect(() => {
    announce(intl.formatMessage({ id: 'reflections.begun', defaultMessage: 'Tavs refleksion er begyndt' }));
    // Said once for each writing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [writing.id]);
  return (
    <article className={css.room} aria-labelledby="silent-question" data-silent>
      <div className={css.page}>
        <p className={css.kicker}>
          <FormattedMessage
            id="reflections.kicker"
            defaultMessage="Tavs refleksion, punkt {number} af {count}"
            values={{ number, count: meeting.items.length }}
          />
        </p>
        <h1 id="silent-question" tabIndex={-1}>
          {writing.question}
        </h1>
        <hr className="rule" />
        <p className={css.alone}>
          <EyeOff aria-hidden />
          <FormattedMessage id="reflections.onlyYou" defaultMessage="Kun du kan se det endnu" />
        </p>
        {posts.drafts.map((draft, index) => (
          <SilentField
            key={draft.id}
            draft={draft}
            number={index + 1}
            colleague={colleagues.find((one) => one.id === draft.forPersonId)?.displayName ?? null}
            problem={posts.problemOf(draft)}
            onType={(text) => posts.type(draft.id, text)}
            onLeave={posts.flush}
          />
        ))}
        <div className={css.more}>
          <Button variant="quiet" size="small" onPress={() => posts.add(null)}>
            <FormattedMessage id="reflections.another" defaultMessage="Skriv et indlæg til" />
          </Button>
          {colleagues.length > 0 && (
            <MenuButton
              label={intl.formatMessage({ id: 'reflections.forColleague', defaultMessage: 'Skriv for en kollega' })}
              size="small"
              entries={colleagues.map((person) => ({ id: person.id, label: person.displayName }))}
              onAction={posts.add}
            >
              <FormattedMessage id="reflections.forColleague" defaultMessage="Skriv for en kollega" />
            </MenuButton>
          )}
          <span className={css.noNames}>
            <FormattedMessage id="reflections.noPupils" defaultMessage="Skriv ikke elevnavne." />
          </span>
          <span className={css.who}>
            <WhoCanSee abilities={SEEN_HERE} />
          </span>
        </div>
      </div>
      <Foot meeting={meeting} writing={writing} time={time} onReady={posts.flush} />
    </article>
  );
}

function Foot({
  meeting,
  writing,
  time,
  onReady,
}: {
  meeting: MeetingData;
  writing: SilentWritingData;
  time: ReturnType<typeof timeOf>;
  onReady: () => void;
}) {
  const intl = useIntl();
  const [sayReady, saying] = useMutate(SAY_READY, { again: true });
  const [reveal, revealing] = useMutate(REVEAL_SILENT_WRITING, { again: true });
  const [stopping, setStopping] = useState(false);
  const here = meeting.participants.filter((one) => one.attendance === 'PRESENT' || one.attendance === 'GUEST').length;
  const ready = writing.readyCount ?? 0;
  const count = Math.max(here, ready);
  const left = useLeftWords(time);
  const announce = useAnnounce();
  const allReady = count > 0 && ready >= count;
  useEffect(() => {
    // The figure on its way is no news to somebody who is writing; that all are ready is.
    if (allReady) announce(intl.formatMessage({ id: 'reflections.allReady', defaultMessage: 'Alle er klar' }));
  }, [allReady, announce, intl]);
  const mayRun = meeting.may.includes('meeting.run');
  const mayWrite = meeting.may.includes('meeting.write');
  const offered = mayRun && (allReady || time?.left === 0);
  const fault = saying.error ?? revealing.error;
  const revealAll = () => {
    onReady();
    void reveal({ writingId: writing.id });
  };
  return (
    <div className={css.foot}>
      <div className={css.footInside}>
        {time && left && <MinuteScale label={left} minutes={time.given} spent={time.spent} />}
        <p className={css.state}>
          {left && (
            <b aria-hidden={time ? true : undefined} className="figures">
              {left}
            </b>
          )}
          <span>
            <FormattedMessage
              id="reflections.readyCount"
              defaultMessage="{ready} af {count} er klar"
              values={{ ready, count }}
            />
          </span>
        </p>
        {fault !== null && <p role="alert">{refusalWords(intl, fault)}</p>}
        <div className={css.buttons}>
          {mayWrite && (
            <Button
              variant={offered || writing.ownReady ? 'secondary' : 'primary'}
              size="large"
              wide
              aria-pressed={writing.ownReady ?? false}
              pending={saying.pending}
              onPress={() => {
                onReady();
                void sayReady({ writingId: writing.id, ready: !writing.ownReady });
              }}
            >
              {writing.ownReady ? (
                <FormattedMessage id="reflections.notReady" defaultMessage="Jeg vil skrive lidt mere" />
              ) : (
                <FormattedMessage id="reflections.ready" defaultMessage="Jeg er klar" />
              )}
            </Button>
          )}
          {offered && (
            <Button variant="primary" size="large" wide pending={revealing.pending} onPress={revealAll}>
              <FormattedMessage id="reflections.reveal" defaultMessage="Vis alle indlæg" />
            </Button>
          )}
        </div>
        <div className={css.promise}>
          <p>
            <FormattedMessage
              id="reflections.promise"
              defaultMessage="Alle indlæg vises på én gang og i tilfældig orden{names, select, yes {, med navn inden for teamet} other {, uden navne}}."
              values={{ names: writing.withNames ? 'yes' : 'no' }}
            />
          </p>
          {mayRun && (
            <div className={css.lead}>
              {!offered && (
                <Button variant="quiet" size="small" pending={revealing.pending} onPress={revealAll}>
                  <FormattedMessage id="reflections.reveal" defaultMessage="Vis alle indlæg" />
                </Button>
              )}
              <Button variant="quiet" size="small" onPress={() => setStopping(true)}>
                <FormattedMessage id="reflections.cancel" defaultMessage="Afbryd" />
              </Button>
            </div>
          )}
        </div>
      </div>
      <CancelDialog writingId={writing.id} isOpen={stopping} onClose={() => setStopping(false)} />
    </div>
  );
}

/** It can't be undone, so it is asked about. */
function CancelDialog({ writingId, isOpen, onClose }: { writingId: string; isOpen: boolean; onClose: () => void }) {
  const intl = useIntl();
  const [cancel, { pending }] = useMutate(CANCEL_SILENT_WRITING, { again: true });
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      alert
      size="small"
      title={intl.formatMessage({ id: 'reflections.cancel.title', defaultMessage: 'Afbryd den tavse refleksion?' })}
      closeLabel={intl.formatMessage({ id: 'reflections.close', defaultMessage: 'Luk' })}
      foot={
        <>
          <Button onPress={onClose}>
            <FormattedMessage id="reflections.cancel.no" defaultMessage="Skriv videre" />
          </Button>
          <Button variant="danger" pending={pending} onPress={() => void cancel({ writingId }).then(onClose)}>
            <FormattedMessage id="reflections.cancel.yes" defaultMessage="Afbryd uden at vise noget" />
          </Button>
        </>
      }
    >
      <p>
        <FormattedMessage
          id="reflections.cancel.text"
          defaultMessage="Ingen indlæg bliver vist. Hver af jer kan stadig se sit eget."
        />
      </p>
    </Dialog>
  );
}
