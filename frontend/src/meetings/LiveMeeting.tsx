import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Banner } from '#ui/Banner.tsx';
import { Button } from '#ui/Button.tsx';
import { HorizontalLine } from '#ui/HorizontalLine.tsx';
import { Link } from '#ui/Link.tsx';
import { Switch } from '#ui/Switch.tsx';
import { WorkShell } from '#ui/Shell.tsx';
import { copenhagenTime } from '#domain/copenhagen.ts';
import { MISTAKE_WINDOW_MS } from '#domain/meeting-lifecycle.ts';
import { WhoCanSee } from '../access/parts/WhoCanSee.tsx';
import { useViewer } from '../identity/parts/viewer.ts';
import { useServerClock } from '../live/parts/live-context.tsx';
import { refusalWords } from '../platform/parts/refusals.ts';
import { useSaved } from '../platform/parts/saved.tsx';
import { ClosingRound } from './ClosingRound.tsx';
import { EndWords, LiveAgenda } from './LiveAgenda.tsx';
import { LiveItem } from './LiveItem.tsx';
import css from './LiveMeeting.module.css';
import { LiveTop } from './LiveTop.tsx';
import { Outcomes } from './Outcomes.tsx';
import { ACTIONS_PLACE, EXTENSION_MIN, NextWords, PhoneFoot } from './PhoneFoot.tsx';
import { Attendance } from './parts/Attendance.tsx';
import type { ItemData, MeetingData } from './parts/meeting.documents.ts';
import { useNextShortcut } from './shortcut.ts';
import { hasUnsavedNote } from './use-note.ts';
import { useRoom, type Room } from './use-room.ts';

export const SEEN_IN_THE_ROOM = [
  'meeting.read',
  'meeting.notes',
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
}

/** The meeting while it is on: where we are, how long we have, and what we write. */
export function LiveMeeting({ meeting, refetch, actions }: LiveMeetingProps) {
  const intl = useIntl();
  const room = useRoom(meeting, refetch);
  const { shown, current, time, run, mayRun } = room;
  const [shortcut, setShortcut] = useNextShortcut(mayRun ? room.goOn : nothing);
  const actionPlace = shown && actions ? actions(shown) : null;
  return (
    <WorkShell
      top={
        <LiveTop meeting={meeting}>
          {mayRun && current && (
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
      <Offline />
      <Unsent items={room.items.filter((item) => item.id !== shown?.id)} onShow={room.show} />
      {room.error !== null && (
        <Banner tone="warn" title={intl.formatMessage({ id: 'meetings.live.fault', defaultMessage: 'Det gik ikke' })}>
          {refusalWords(intl, room.error)}
        </Banner>
      )}
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
          {shown ? (
            <LiveItem
              meeting={meeting}
              item={shown}
              number={room.items.indexOf(shown) + 1}
              time={time}
              readOnly={!room.mayWrite}
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
        </div>
        {actionPlace && (
          <aside id={ACTIONS_PLACE} className={css.actions}>
            {actionPlace}
          </aside>
        )}
      </div>
      {mayRun && current && <PhoneFoot room={room} canWrite={room.mayWrite} hasActions={Boolean(actionPlace)} />}
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

function Offline() {
  const { state } = useSaved();
  const intl = useIntl();
  if (state !== 'offline') return null;
  return (
    <Banner
      tone="warn"
      title={intl.formatMessage({ id: 'meetings.live.offline', defaultMessage: 'Ingen forbindelse lige nu' })}
    >
      <FormattedMessage
        id="meetings.live.offlineText"
        defaultMessage="Skriv bare videre. Teksten er gemt på denne enhed og kommer ud til alle, når forbindelsen er der igen."
      />
    </Banner>
  );
}

/** Words of mine on this device, for an item that isn't shown. */
function Unsent({ items, onShow }: { items: readonly ItemData[]; onShow: (itemId: string) => void }) {
  const intl = useIntl();
  const viewer = useViewer();
  const unsent = items.filter((item) => hasUnsavedNote(viewer.id, item.id));
  const [first] = unsent;
  if (!first) return null;
  return (
    <Banner
      tone="warn"
      title={intl.formatMessage(
        { id: 'meetings.live.unsent', defaultMessage: 'Du har ord her, som ikke er gemt hos alle endnu: {items}' },
        { items: unsent.map((item) => item.title).join(', ') },
      )}
      actions={
        <Button size="small" onPress={() => onShow(first.id)}>
          <FormattedMessage id="meetings.live.unsentShow" defaultMessage="Vis min tekst" />
        </Button>
      }
    />
  );
}

/** On phones the hour lies down, its marks spaced by minutes. */
function PhoneHour({ room, meeting }: { room: Room; meeting: MeetingData }) {
  const intl = useIntl();
  const { time, items } = room;
  const begin = Math.min(...[...time.begins.values(), Date.parse(meeting.startedAt ?? meeting.startsAt)]);
  const finish = Math.max(time.end, time.plannedEnd);
  const place = (at: number) => Math.min(1, Math.max(0, (at - begin) / Math.max(1, finish - begin)));
  const now = useServerClock(5_000);
  const number = room.current ? items.indexOf(room.current) + 1 : items.length;
  return (
    <div className={css.hour}>
      <HorizontalLine
        label={intl.formatMessage(
          {
            id: 'meetings.live.hour',
            defaultMessage: 'Punkt {number} af {count}, slutter kl. {end}, planlagt kl. {planned}',
          },
          { number, count: items.length, end: copenhagenTime(time.end), planned: copenhagenTime(time.plannedEnd) },
        )}
        marks={items.flatMap((item) => {
          const at = time.begins.get(item.id);
          if (at === undefined) return [];
          return [
            {
              id: item.id,
              at: place(at),
              state:
                item.state === 'ACTIVE'
                  ? ('current' as const)
                  : item.state === 'PLANNED'
                    ? ('tocome' as const)
                    : ('done' as const),
            },
          ];
        })}
        progress={place(now)}
        planned={place(time.plannedEnd)}
      />
      <p className={css.hourWords}>
        <span>{copenhagenTime(begin)}</span>
        <span>
          <EndWords time={time} />
        </span>
      </p>
    </div>
  );
}
