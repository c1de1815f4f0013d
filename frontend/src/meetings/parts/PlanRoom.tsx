import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router';
import { Skeleton } from '#ui/Skeleton.tsx';
import { useFollow } from '../../live/parts/live-context.tsx';
import { usePageTitle } from '../../platform/parts/use-page-title.ts';
import { Planning, PlanPast } from '../PlanMeeting.tsx';
import type { PlanPlaces } from '../plan-places.ts';
import { MEETING_QUERY } from './meeting.documents.ts';

const PLANNABLE = ['DRAFT', 'CONVENED', 'IN_PROGRESS'];

/** A meeting's plan, for as long as it is planned; then where it is now. */
export function PlanRoom({ beside, material, last, itemMaterial }: PlanPlaces) {
  const intl = useIntl();
  const { meetingId = '' } = useParams();
  const { data, error, refetch } = useQuery(MEETING_QUERY, { variables: { id: meetingId } });
  const meeting = data?.meeting;
  useFollow('MEETING', meeting?.id, meeting?.liveVersion, () => void refetch());
  usePageTitle(
    meeting ? intl.formatMessage({ id: 'plan.page', defaultMessage: 'Planlæg {title}' }, { title: meeting.title }) : '',
  );
  if (error && !meeting) throw error;
  if (!meeting)
    return <Skeleton label={intl.formatMessage({ id: 'plan.loading', defaultMessage: 'Henter mødet' })} lines={10} />;
  if (!PLANNABLE.includes(meeting.state)) return <PlanPast meeting={meeting} />;
  return (
    <Planning
      key={meeting.id}
      meeting={meeting}
      refetch={refetch}
      beside={beside?.(meeting, refetch)}
      material={material?.(meeting)}
      last={last?.(meeting)}
      itemMaterial={itemMaterial}
    />
  );
}
