import { useQuery } from '@apollo/client/react';
import { useEffect, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Skeleton } from '#ui/Skeleton.tsx';
import { useViewer } from '../../identity/parts/viewer.ts';
import { useFollow } from '../../live/parts/live-context.tsx';
import { useMutate } from '../../live/parts/use-mutate.ts';
import { COME_IN } from '../live.documents.ts';
import { LiveMeeting } from '../LiveMeeting.tsx';
import { MeetingCancelled, MeetingHeld } from '../MeetingOver.tsx';
import { NotStarted } from '../NotStarted.tsx';
import { MEETING_QUERY, type ItemData, type MeetingData } from './meeting.documents.ts';

/** What later rooms show in the meeting. */
export interface RoomPlaces {
  /** Beside the sheet: what is agreed under the item, catching something new, and the earlier actions where they are followed up. */
  actions?: (meeting: MeetingData, item: ItemData) => ReactNode;
  /** On the sheet: what is written together under the item. */
  note?: (meeting: MeetingData, item: ItemData) => ReactNode;
  /** Below the sheet: what belongs to the whole meeting. */
  ownNote?: (meeting: MeetingData) => ReactNode;
  /** In place of the whole sheet, agenda and all: silent writing. */
  instead?: (meeting: MeetingData, item: ItemData) => ReactNode | null;
  /** Below the item's note: what was written silently. */
  after?: (meeting: MeetingData, item: ItemData) => ReactNode;
  /** When the meeting is over, below what was decided and agreed. */
  held?: (meeting: MeetingData) => ReactNode;
  /** Before it is on, or when it is called off: its files and links. */
  before?: (meeting: MeetingData) => ReactNode;
  /** While it is on, beside who leads: lending it to the screen in the room. */
  screen?: (meeting: MeetingData) => ReactNode;
}

/** A meeting from before its start to after its end; everybody in it sees the same. */
export function MeetingRoom({
  meetingId,
  actions,
  note,
  ownNote,
  instead,
  after,
  held,
  before,
  screen,
}: { meetingId: string } & RoomPlaces) {
  const intl = useIntl();
  const viewer = useViewer();
  const { data, previousData, error, refetch } = useQuery(MEETING_QUERY, { variables: { id: meetingId } });
  const meeting = (data ?? previousData)?.meeting;
  useFollow('MEETING', meeting?.id, meeting?.liveVersion, () => void refetch());
  const [comeIn] = useMutate(COME_IN, { again: true });
  const isOn = meeting?.state === 'IN_PROGRESS';
  const mayCome = meeting?.may.includes('meeting.come') ?? false;
  useEffect(() => {
    if (isOn && mayCome) void comeIn({ meetingId });
  }, [isOn, mayCome, comeIn, meetingId]);

  if (error && !meeting) throw error;
  if (!meeting)
    return (
      <Skeleton label={intl.formatMessage({ id: 'meetings.live.loading', defaultMessage: 'Henter mødet' })} lines={8} />
    );
  if (meeting.state === 'CANCELLED') return <MeetingCancelled meeting={meeting}>{before?.(meeting)}</MeetingCancelled>;
  if (meeting.state === 'HELD' || meeting.state === 'CLOSED')
    return <MeetingHeld meeting={meeting}>{held?.(meeting)}</MeetingHeld>;
  if (meeting.state !== 'IN_PROGRESS')
    return (
      <NotStarted meeting={meeting} refetch={refetch} viewerId={viewer.id}>
        {before?.(meeting)}
      </NotStarted>
    );
  return (
    <LiveMeeting
      meeting={meeting}
      refetch={refetch}
      actions={actions && ((item) => actions(meeting, item))}
      note={note && ((item) => note(meeting, item))}
      ownNote={ownNote?.(meeting)}
      instead={instead && ((item) => instead(meeting, item))}
      after={after && ((item) => after(meeting, item))}
      screen={screen?.(meeting)}
    />
  );
}
