import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { Skeleton } from '#ui/Skeleton.tsx';
import { useViewer } from '../identity/parts/viewer.ts';
import { useFollow } from '../live/parts/live-context.tsx';
import { useMutate } from '../live/parts/use-mutate.ts';
import { LiveMeeting } from '../meetings/LiveMeeting.tsx';
import { COME_IN } from '../meetings/live.documents.ts';
import { MeetingCancelled, MeetingHeld } from '../meetings/MeetingOver.tsx';
import { NotStarted } from '../meetings/NotStarted.tsx';
import { MEETING_QUERY } from '../meetings/parts/meeting.documents.ts';

/** A meeting from its start to its end, with what the team agreed to do. */
export function LivePage() {
  const intl = useIntl();
  const { meetingId = '' } = useParams();
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
  if (!meeting) return <Skeleton label={intl.formatMessage({ id: 'screens.live.loading', defaultMessage: 'Henter mødet' })} lines={8} />;
  if (meeting.state === 'CANCELLED') return <MeetingCancelled meeting={meeting} />;
  if (meeting.state === 'HELD' || meeting.state === 'CLOSED') return <MeetingHeld meeting={meeting} />;
  if (meeting.state === 'IN_PROGRESS') return <LiveMeeting meeting={meeting} refetch={refetch} />;
  return <NotStarted meeting={meeting} refetch={refetch} viewerId={viewer.id} />;
}
