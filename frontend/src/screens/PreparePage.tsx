import { MeetingMaterials } from '../materials/parts/MeetingMaterials.tsx';
import { PreparationPage } from '../preparation/parts/PreparationPage.tsx';

/** Preparing a meeting, with its files and links. */
export function PreparePage() {
  return <PreparationPage files={(meeting) => <MeetingMaterials meeting={meeting} all />} />;
}
