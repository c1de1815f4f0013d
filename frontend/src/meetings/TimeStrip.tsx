import { Ellipsis, Pause, Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Button } from '#ui/Button.tsx';
import { MenuButton, type MenuEntry } from '#ui/Menu.tsx';
import { copenhagenTime } from '#domain/copenhagen.ts';
import { HandButton } from './HandButton.tsx';
import { EndWords } from './LiveAgenda.tsx';
import { JustDone } from './JustDone.tsx';
import { LeadMenu } from './LeadMenu.tsx';
import type { MeetingData } from './parts/meeting.documents.ts';
import { BEHIND_FROM_MIN } from './parts/run-time.ts';
import css from './TimeStrip.module.css';
import type { Keeping } from './use-keeping.ts';
import type { Room } from './use-room.ts';
import type { Rounds } from './use-rounds.ts';
import { useTimeUp, type TimeUp } from './use-time-up.ts';

export interface TimeStripProps {
  meeting: MeetingData;
  room: Room;
  keeping: Keeping;
  rounds: Rounds;
  /** Beside who leads: the screen in the room. */
  screen?: ReactNode;
}

/** Where the time is heading, in words and in ink, with the ways out; and who leads. */
export function TimeStrip({ meeting, room, keeping, rounds, screen }: TimeStripProps) {
  const intl = useIntl();
  const up = useTimeUp(room.current, room.time);
  const leads = room.mayRun && room.current !== null;
  // On a phone the hour below says where the time is heading as long as there is no more to say.
  const isPlain = !meeting.pausedAt && !up.shown && room.time.behind < BEHIND_FROM_MIN;
  return (
    <section
      aria-label={intl.formatMessage({ id: 'meetings.time.strip', defaultMessage: 'Mødets tid' })}
      className={css.strip}
      data-up={up.shown || undefined}
    >
      <div className={css.heading}>
        <p className={css.words} data-plain={isPlain || undefined}>
          <TimeWords meeting={meeting} room={room} up={up} />
        </p>
        {keeping.justDone ? (
          <JustDone keeping={keeping} />
        ) : (
          leads && room.time.behind >= BEHIND_FROM_MIN && <WaysOut room={room} keeping={keeping} />
        )}
      </div>
      <div className={css.lead}>
        <div className={css.hand}>
          <HandButton meetingId={meeting.id} variant="quiet" size="small" />
        </div>
        <LeadMenu meeting={meeting} keeping={keeping} mayRun={room.mayRun} />
        {screen}
        {leads && <PauseButton meeting={meeting} keeping={keeping} />}
        {leads && <MoreMenu room={room} keeping={keeping} rounds={rounds} up={up} />}
      </div>
    </section>
  );
}

function TimeWords({ meeting, room, up }: { meeting: MeetingData; room: Room; up: TimeUp }) {
  const { time } = room;
  const end = copenhagenTime(time.end);
  return (
    <>
      {meeting.pausedAt && (
        <b>
          <FormattedMessage
            id="meetings.time.paused"
            defaultMessage="Pause siden kl. {time}."
            values={{ time: copenhagenTime(Date.parse(meeting.pausedAt)) }}
          />{' '}
        </b>
      )}
      {up.shown && !meeting.pausedAt && time.behind < BEHIND_FROM_MIN && (
        <b>
          <FormattedMessage id="meetings.time.up" defaultMessage="Punktets tid er gået." />{' '}
        </b>
      )}
      {time.behind >= BEHIND_FROM_MIN ? (
        <FormattedMessage
          id="meetings.time.behind"
          defaultMessage="Vi er {minutes} min bagud, slutter {end}"
          values={{ minutes: time.behind, end }}
        />
      ) : (
        <EndWords time={time} begins />
      )}
    </>
  );
}

/** One tap each, and each can be taken back. */
function WaysOut({ room, keeping }: { room: Room; keeping: Keeping }) {
  const intl = useIntl();
  const left = room.items.filter((item) => item.state === 'PLANNED');
  const { behind, end } = room.time;
  return (
    <div className={css.ways}>
      {left.length > 0 && (
        <Button size="small" onPress={() => keeping.shorten(behind)}>
          <FormattedMessage
            id="meetings.time.shorten"
            defaultMessage="Forkort <rest>resten</rest>"
            values={{ rest: onWide }}
          />
        </Button>
      )}
      {left.length > 0 && (
        <MenuButton
          size="small"
          variant="secondary"
          label={intl.formatMessage({ id: 'meetings.time.postponeWhich', defaultMessage: 'Udskyd til næste møde' })}
          entries={left.map((item) => ({
            id: item.id,
            label: item.title,
            detail: intl.formatMessage(
              { id: 'meetings.live.minutes', defaultMessage: '{minutes} min' },
              { minutes: item.plannedMin + item.extendedMin },
            ),
          }))}
          onAction={(id) => {
            const item = left.find((one) => one.id === id);
            if (item) keeping.postpone(item);
          }}
        >
          <FormattedMessage
            id="meetings.time.postpone"
            defaultMessage="Udskyd <rest>et punkt</rest>"
            values={{ rest: onWide }}
          />
        </MenuButton>
      )}
      <Button size="small" onPress={() => keeping.extendMeeting(behind)}>
        <FormattedMessage
          id="meetings.time.extend"
          defaultMessage="Forlæng <rest>mødet til {end}</rest>"
          values={{ end: copenhagenTime(end), rest: onWide }}
        />
      </Button>
    </div>
  );
}

/** Words that a phone has no room for, and a screen reader has. */
const onWide = (words: ReactNode[]) => (
  <span key="rest" className={css.onWide}>
    {words}
  </span>
);

function PauseButton({ meeting, keeping }: { meeting: MeetingData; keeping: Keeping }) {
  return meeting.pausedAt ? (
    <Button size="small" onPress={keeping.resume} icon={<Play aria-hidden />}>
      <FormattedMessage id="meetings.time.resume" defaultMessage="Fortsæt" />
    </Button>
  ) : (
    <Button size="small" variant="quiet" onPress={keeping.pause} icon={<Pause aria-hidden />}>
      <span className={css.onWide}>
        <FormattedMessage id="meetings.time.pause" defaultMessage="Pause" />
      </span>
    </Button>
  );
}

/** What is wanted now and then: skip, back, a round, and what this device does when an item's time is out. */
function MoreMenu({ room, keeping, rounds, up }: Omit<TimeStripProps, 'meeting' | 'screen'> & { up: TimeUp }) {
  const intl = useIntl();
  const { current, items } = room;
  const isFirst = current !== null && items.indexOf(current) === 0;
  const steps: MenuEntry[] = [
    { id: 'skip', label: intl.formatMessage({ id: 'meetings.time.skip', defaultMessage: 'Spring punktet over' }) },
    ...(isFirst
      ? []
      : [
          {
            id: 'previous',
            label: intl.formatMessage({ id: 'meetings.time.previous', defaultMessage: 'Tilbage til punktet før' }),
          },
        ]),
    ...(rounds.canStart
      ? [{ id: 'round', label: intl.formatMessage({ id: 'meetings.round.start', defaultMessage: 'Tag en runde' }) }]
      : []),
  ];
  const device: MenuEntry[] = [
    {
      id: 'sound',
      label: up.sound
        ? intl.formatMessage({ id: 'meetings.time.soundOff', defaultMessage: 'Slå lyden fra' })
        : intl.formatMessage({ id: 'meetings.time.soundOn', defaultMessage: 'Slå lyden til' }),
    },
    {
      id: 'cue',
      label: up.cue
        ? intl.formatMessage({ id: 'meetings.time.cueOff', defaultMessage: 'Vis det ikke her i linjen' })
        : intl.formatMessage({ id: 'meetings.time.cueOn', defaultMessage: 'Vis det her i linjen' }),
    },
  ];
  const act = (id: string) => {
    if (id === 'skip' && current) keeping.skip(current);
    if (id === 'previous') room.run.previous();
    if (id === 'round') rounds.start();
    if (id === 'sound') up.choose('sound', !up.sound);
    if (id === 'cue') up.choose('cue', !up.cue);
  };
  return (
    <MenuButton
      size="small"
      variant="quiet"
      label={intl.formatMessage({ id: 'meetings.time.more', defaultMessage: 'Mere om punktet og tiden' })}
      icon={<Ellipsis aria-hidden />}
      groups={[
        { id: 'steps', entries: steps },
        {
          id: 'device',
          title: intl.formatMessage({
            id: 'meetings.time.device',
            defaultMessage: 'Når et punkts tid er gået, på denne enhed',
          }),
          entries: device,
        },
      ]}
      onAction={act}
    />
  );
}
