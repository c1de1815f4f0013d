import type { RouteObject } from 'react-router';
import { NoSuchPage, PageFault } from './PageFault.tsx';
import type { PageHandle } from './Shell.tsx';

const work: PageHandle = { surface: 'work' };

/** A page for each address; each is fetched when it is first opened. */
export const pages: RouteObject[] = [
  { path: '/skole/:schoolId/overblik', lazy: async () => ({ Component: (await import('../overview/SchoolOverview.tsx')).SchoolOverview }) },
  { path: '/kommune/overblik', lazy: async () => ({ Component: (await import('../overview/MunicipalityOverview.tsx')).MunicipalityOverview }) },
  { path: '/hvem-ser-hvad', lazy: async () => ({ Component: (await import('../access/WhoSeesWhat.tsx')).WhoSeesWhat }) },
  { path: '/team/:teamId/moeder', lazy: async () => ({ Component: (await import('../meetings/MeetingList.tsx')).MeetingList }) },
  { path: '/team/:teamId/nyt-moede', lazy: async () => ({ Component: (await import('../meetings/NewMeeting.tsx')).NewMeeting }) },
  { path: '/moede/:meetingId/planlaeg', handle: work, lazy: async () => ({ Component: (await import('../meetings/PlanMeeting.tsx')).PlanMeeting }) },
  { path: '*', Component: NoSuchPage },
].map((page) => ({ ...page, ErrorBoundary: PageFault }));

export { work };
