import { lazy, type ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { NoSuchPage, PageFault } from './PageFault.tsx';
import type { PageHandle } from './Shell.tsx';

const work: PageHandle = { surface: 'work' };
const form: PageHandle = { surface: 'work', savedByHand: true };

interface Page {
  path: string;
  handle?: PageHandle;
  Component?: ComponentType;
  /** Its code, fetched when the page is first opened. */
  lazy?: () => Promise<{ Component: ComponentType }>;
}

/** A page for each address. */
const addresses: Page[] = [
  { path: '/', lazy: async () => ({ Component: (await import('../screens/MyWeek.tsx')).MyWeek }) },
  { path: '/team/:teamId', lazy: async () => ({ Component: (await import('../screens/TeamPage.tsx')).TeamPage }) },
  {
    path: '/team/:teamId/handlinger',
    handle: work,
    lazy: async () => ({ Component: (await import('../screens/ActionBoard.tsx')).ActionBoard }),
  },
  {
    path: '/handling/:actionId',
    lazy: async () => ({ Component: (await import('../screens/ActionPage.tsx')).ActionPage }),
  },
  {
    path: '/moede/:meetingId/referat',
    handle: work,
    lazy: async () => ({ Component: (await import('../minutes/Minutes.tsx')).Minutes }),
  },
  {
    path: '/delt-referat/:id',
    handle: work,
    lazy: async () => ({ Component: (await import('../minutes/SharedMinutes.tsx')).SharedMinutes }),
  },
  {
    path: '/skole/:schoolId/overblik',
    lazy: async () => ({ Component: (await import('../overview/SchoolOverview.tsx')).SchoolOverview }),
  },
  {
    path: '/kommune/overblik',
    lazy: async () => ({ Component: (await import('../overview/MunicipalityOverview.tsx')).MunicipalityOverview }),
  },
  {
    path: '/kommune/ferie',
    lazy: async () => ({ Component: (await import('../screens/ClosingDays.tsx')).ClosingDays }),
  },
  {
    path: '/pejlemaerker',
    lazy: async () => ({ Component: (await import('../markers/MarkersPage.tsx')).MarkersPage }),
  },
  { path: '/soeg', lazy: async () => ({ Component: (await import('../sharing/SearchPage.tsx')).SearchPage }) },
  { path: '/hjaelp', lazy: async () => ({ Component: (await import('../screens/Help.tsx')).Help }) },
  { path: '/privatliv', lazy: async () => ({ Component: (await import('../privacy/Privacy.tsx')).Privacy }) },
  {
    path: '/tilgaengelighed',
    lazy: async () => ({ Component: (await import('../privacy/Accessibility.tsx')).Accessibility }),
  },
  {
    path: '/hvem-ser-hvad',
    lazy: async () => ({ Component: (await import('../access/WhoSeesWhat.tsx')).WhoSeesWhat }),
  },
  {
    path: '/team/:teamId/moeder',
    lazy: async () => ({ Component: (await import('../meetings/MeetingList.tsx')).MeetingList }),
  },
  {
    path: '/team/:teamId/nyt-moede',
    lazy: async () => ({ Component: (await import('../meetings/NewMeeting.tsx')).NewMeeting }),
  },
  {
    path: '/team/:teamId/aarshjul',
    lazy: async () => ({ Component: (await import('../meetings/Year.tsx')).Year }),
  },
  {
    path: '/team/:teamId/moederaekke',
    lazy: async () => ({ Component: (await import('../meetings/PlanSeries.tsx')).PlanSeries }),
  },
  ...['/team/:teamId/skabeloner', '/skole/:schoolId/skabeloner', '/kommune/skabeloner'].flatMap((path): Page[] => [
    { path, lazy: async () => ({ Component: (await import('../meetings/TemplateHome.tsx')).TemplateHome }) },
    {
      path: `${path}/ny`,
      handle: form,
      lazy: async () => ({ Component: (await import('../meetings/NewTemplate.tsx')).NewTemplate }),
    },
  ]),
  {
    path: '/skabelon/:templateId',
    handle: form,
    lazy: async () => ({ Component: (await import('../meetings/TemplatePage.tsx')).TemplatePage }),
  },
  {
    path: '/moede/:meetingId/planlaeg',
    handle: work,
    lazy: async () => ({ Component: (await import('../screens/PlanPage.tsx')).PlanPage }),
  },
  {
    path: '/moede/:meetingId/forberedelse',
    lazy: async () => ({ Component: (await import('../screens/PreparePage.tsx')).PreparePage }),
  },
  {
    path: '/moede/:meetingId',
    handle: { surface: 'work', bare: true },
    lazy: async () => ({ Component: (await import('../screens/LivePage.tsx')).LivePage }),
  },
  {
    path: '/skaerm/laan/:code',
    lazy: async () => ({ Component: (await import('../screens/LendScreenPage.tsx')).LendScreenPage }),
  },
  {
    path: '/kalender',
    lazy: async () => ({ Component: (await import('../notifications/Calendar.tsx')).Calendar }),
  },
  {
    path: '/postkasse',
    lazy: async () => ({ Component: (await import('../notifications/Mailbox.tsx')).Mailbox }),
  },
  { path: '*', Component: NoSuchPage },
];

export const pages: RouteObject[] = addresses.map(({ lazy: load, Component, ...page }) => ({
  ...page,
  Component: load ? lazy(async () => ({ default: (await load()).Component })) : (Component ?? null),
  ErrorBoundary: PageFault,
}));
