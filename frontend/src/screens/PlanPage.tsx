import { PlanRoom } from '../meetings/parts/PlanRoom.tsx';
import { PlanProposals } from '../preparation/parts/PlanProposals.tsx';

/** Planning a meeting, with what is proposed for it. */
export function PlanPage() {
  return <PlanRoom beside={(meeting, refetch) => <PlanProposals meeting={meeting} refetch={refetch} />} />;
}
