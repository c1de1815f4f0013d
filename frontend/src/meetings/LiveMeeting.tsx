import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { Link } from '#ui/Link.tsx';
import { Switch } from '#ui/Switch.tsx';
import { WorkShell } from '#ui/Shell.tsx';
import { MISTAKE_WINDOW_MS } from '#domain/meeting-lifecycle.ts';
import { WhoCanSee } from '../access/parts/WhoCanSee.tsx';
import { useServerClock } from '../live/parts/live-context.tsx';
import { refusalWords } from '../platform/parts/refusals.ts';
import { ClosingRound } from './ClosingRound.tsx';
import { HandButton } from './HandButton.tsx';
import { LiveAgenda } from './LiveAgenda.tsx';
import { LiveItem } from './LiveItem.tsx';
import css from './LiveMeeting.module.css';
import { LiveTop } from './LiveTop.tsx';
import { Outcomes } from './Outcomes.tsx';
import { ACTIONS_PLACE, EXTENSION_MIN, NextWords, PhoneFoot } from './PhoneFoot.tsx';
import { PhoneHour } from './PhoneHour.tsx';
import { RoundPanel } from './RoundPanel.tsx';
import { TimeStrip } from './TimeStrip.tsx';
import { Attendance } from './parts/Attendance.tsx';
import type { ItemData, MeetingData } from './parts/meeting.documents.ts';
import { useNextShortcut } from './shortcut.ts';
import { useArrivals } from './use-arrivals.ts';
import { useHandsTold } from './use-hands-told.ts';
import { useKeeping } from './use-keeping.ts';
import { useOwnPresence } from './use-own-presence.ts';
import { useRounds } from './use-rounds.ts';
import { useRoom, type Room } from './use-room.ts';

export const SEEN_IN_THE_ROOM = [
  'meeting.read',
  'meeting.notes',
  'material.read',
  'meeting.decisions',
  'meeting.attendance',
  'meeting.presence',
  'action.read',
] as const;

export interface LiveMeetingProps {
  meeting: MeetingData;
  refetch: () => unknown;
  /** Beside the sheet: the actions. */
  actions?: ((item: ItemData) => ReactNode) | undefined;
  /** On the sheet: what is written together under the item. */
  note?: ((item: ItemData) => ReactNode) | undefined;
  /** Below the item: what belongs to the whole meeting. */
  ownNote?: ReactNode;
  /** In place of the sheet and everything around it, when it gives something. */
  instead?: ((item: ItemData) => ReactNode | null) | undefined;
  /** Below the item's note. */
  after?: ((item: ItemData) => ReactNode) | undefined;
  /** Beside who leads: the screen in the room. */
  screen?: ReactNode;
}

/** The meeting while it is on: where we are, how long we have, and what we write. */
export function LiveMeeting({ meeting, refetch, actions, note, ownNote, instead, after, screen }: LiveMeetingProps) {
  const intl = useIntl();
  const room = useRoom(meeting, refetch);
  const keeping = useKeeping(meeting, refetch);
  const rounds = useRounds(meeting, room, refetch);
  useArrivals(meeting.id);
  useHandsTold(meeting.id);
  const { shown, current, time, run, mayRun } = room;
  const error = room.error ?? keeping.error ?? rounds.error;
  const inPlace = (shown && instead?.(shown)) || null;
  useOwnPresence(meeting.id, shown?.id ?? null, inPlace !== null);
  const [shortcut, setShortcut] = useNextShortcut(mayRun && !inPlace ? room.goOn : nothing);
  const actionPlace = shown && actions && !inPlace ? actions(shown) : null;
  return (
    <WorkShell
      top={
        <LiveTop meeting={meeting}>
          {mayRun && current && !inPlace && (
            <div className={css.lead}>
              <Button onPress={() => run.extend(current, EXTENSION_MIN)}>
                <FormattedMessage id="meetings.live.extend" defaultMessage="Tilføj 3 min" />
              </Button>
              <Button variant="primary" onPress={room.goOn}>
                <NextWords room={room} />
              </Button>
            </div>
          )}
        </LiveTop>
      }
    >
      {!inPlace && <TimeStrip meeting={meeting} room={room} keeping={keeping} rounds={rounds} screen={screen} />}
      {error !== null && (
        <Banner tone="warn" title={intl.formatMessage({ id: 'meetings.live.fault', defaultMessage: 'Det gik ikke' })}>
          {refusalWords(intl, error)}
        </Banner>
      )}
      {inPlace ? (
        <div className={css.instead}>
          {shown !== current && <Elsewhere room={room} />}
          {inPlace}
        </div>
      ) : (
        <div className={css.room} data-actions={actionPlace ? '' : undefined}>
          <div className={css.rail}>
            <LiveAgenda meeting={meeting} time={time} shownId={shown?.id ?? null} onShow={room.show} />
            <Attendance meeting={meeting} heading />
            <div className={css.railFoot}>
              {mayRun && <TakeBack meeting={meeting} onTakeBack={run.takeStartBack} />}
              {mayRun && (
                <div className={css.keys}>
                  <Switch isSelected={shortcut} onChange={setShortcut}>
                    <FormattedMessage id="meetings.live.shortcut" defaultMessage="Ctrl+Enter er næste punkt" />
                  </Switch>
                </div>
              )}
              <WhoCanSee abilities={SEEN_IN_THE_ROOM} />
            </div>
          </div>
          <div className={css.sheet}>
            <PhoneHour room={room} meeting={meeting} />
            <RoundPanel meeting={meeting} rounds={rounds} mayRun={mayRun} />
            {shown ? (
              <LiveItem
                meeting={meeting}
                item={shown}
                number={room.items.indexOf(shown) + 1}
                time={time}
                readOnly={!room.mayWrite}
                note={note?.(shown)}
                after={after?.(shown)}
                notice={shown !== current ? <Elsewhere room={room} /> : undefined}
                before={
                  room.asking && shown === current ? (
                    <Outcomes
                      onChoose={(outcome) => room.choose(outcome)}
                      onDrop={(reason) => room.choose('DROPPED', reason)}
                      onWait={room.wait}
                    />
                  ) : undefined
                }
              />
            ) : (
              <ClosingRound
                meeting={meeting}
                items={room.items}
                run={run}
                mayRun={mayRun}
                pending={room.pending}
                onShow={room.show}
              />
            )}
            {ownNote}
          </div>
          {actionPlace && (
            <aside id={ACTIONS_PLACE} className={css.actions}>
              {actionPlace}
            </aside>
          )}
        </div>
      )}
      {mayRun && current && !inPlace && (
        <PhoneFoot room={room} meetingId={meeting.id} canWrite={room.mayWrite} hasActions={Boolean(actionPlace)} />
      )}
      {!(mayRun && current) && !inPlace && (
        <div className={css.phoneFoot}>
          <HandButton meetingId={meeting.id} size="large" wide />
        </div>
      )}
    </WorkShell>
  );
}

const nothing = () => undefined;

function Elsewhere({ room }: { room: Room }) {
  const { shown, current } = room;
  if (!shown) return null;
  return (
    <div className={css.elsewhere}>
      <p>
        {current ? (
          <FormattedMessage
            id="meetings.live.elsewhere"
            defaultMessage="Mødet er ved “{title}”."
            values={{ title: current.title }}
          />
        ) : (
          <FormattedMessage id="meetings.live.elsewhereEnd" defaultMessage="Mødet er ved opsamlingen." />
        )}
      </p>
      <Button size="small" onPress={() => room.show(null)}>
        <FormattedMessage id="meetings.live.follow" defaultMessage="Følg mødet" />
      </Button>
      {room.mayRun && (
        <Button size="small" variant="quiet" onPress={() => room.run.goTo(shown.id)}>
          <FormattedMessage id="meetings.live.moveHere" defaultMessage="Flyt mødet hertil" />
        </Button>
      )}
    </div>
  );
}

/** "Startet ved en fejl", for a quarter of an hour. */
function TakeBack({ meeting, onTakeBack }: { meeting: MeetingData; onTakeBack: () => void }) {
  const now = useServerClock(5_000);
  if (!meeting.startedAt || now - Date.parse(meeting.startedAt) > MISTAKE_WINDOW_MS) return null;
  return (
    <Link roomy onPress={onTakeBack}>
      <FormattedMessage id="meetings.live.mistake" defaultMessage="Startet ved en fejl? Tag den tilbage" />
    </Link>
  );
}
