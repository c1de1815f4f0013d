import { Search } from 'lucide-react';
import { Suspense } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Outlet, useLocation, useMatches, useNavigate } from 'react-router';
import { Banner } from '#ui/Banner.tsx';
import { BottomBar } from '#ui/BottomBar.tsx';
import { Footer } from '#ui/Footer.tsx';
import { MenuButton } from '#ui/Menu.tsx';
import {
  FlagIcon,
  HolidayIcon,
  MapIcon,
  MeetingIcon,
  RoundIcon,
  SeaMarkIcon,
  TeamIcon,
  TemplateIcon,
  WeekIcon,
} from '#ui/NavIcons.tsx';
import { CalmShell, WorkShell } from '#ui/Shell.tsx';
import { SideBar, type NavEntry } from '#ui/SideBar.tsx';
import { SkipLink } from '#ui/SkipLink.tsx';
import { applyTheme, type Theme } from '#ui/theme.ts';
import { TopLine } from '#ui/TopLine.tsx';
import {
  firstPage,
  keepsTemplates,
  readsClosedDays,
  readsTables,
  schoolLed,
  useViewer,
  type ViewerData,
} from '../identity/parts/viewer.ts';
import { SetAside } from '../notes/parts/SetAside.tsx';
import { SavedWords, useSaved } from '../platform/parts/saved.tsx';
import { footLinks } from './foot-links.ts';
import { useLanguage } from './intl.tsx';
import css from './Shell.module.css';
import { useFinding } from './use-finding.tsx';
import { useSignOut } from './use-sign-out.tsx';

/** What a route says of its page: a calm one with the side bar, or a working surface that needs the whole width. */
export interface PageHandle {
  surface?: 'calm' | 'work';
  /** The working surface draws its own top line. */
  bare?: boolean;
  /** A form with a button of its own to save by: what is said of everything else's saving would be said of it too. */
  savedByHand?: boolean;
}

/** The one navigation in two shapes, and whoever is signed in. */
export function Shell({ onSignedOut }: { onSignedOut: () => void }) {
  const intl = useIntl();
  const viewer = useViewer();
  const navigate = useNavigate();
  const { language, choose } = useLanguage();
  const handle = (useMatches().at(-1)?.handle ?? {}) as PageHandle;
  const entries = useEntries(viewer);
  const { signOut, question } = useSignOut(onSignedOut);
  const act = (id: string) => {
    if (id.startsWith('theme:')) applyTheme(id.slice(6) as Theme);
    else if (id === 'language') choose(language === 'da' ? 'en' : 'da');
    else if (id === 'sign-out') signOut();
    else void navigate(id);
  };
  const label = intl.formatMessage({ id: 'app.nav', defaultMessage: 'Hovedmenu' });
  const personEntries = [
    { id: 'theme:light', label: intl.formatMessage({ id: 'app.theme.light', defaultMessage: 'Lyst tema' }) },
    { id: 'theme:dark', label: intl.formatMessage({ id: 'app.theme.dark', defaultMessage: 'Mørkt tema' }) },
    { id: 'theme:system', label: intl.formatMessage({ id: 'app.theme.system', defaultMessage: 'Tema som enheden' }) },
    { id: '/kalender', label: intl.formatMessage({ id: 'app.calendar', defaultMessage: 'Min kalender' }) },
    { id: 'language', label: language === 'da' ? 'English' : 'Dansk' },
    { id: 'sign-out', label: intl.formatMessage({ id: 'app.signOut', defaultMessage: 'Log ud' }) },
  ];
  const finding = useFinding(entries, personEntries, act);
  const links = footLinks(intl);
  const footLabel = intl.formatMessage({ id: 'app.foot', defaultMessage: 'Om Pejling' });
  const menu = (
    <MenuButton label={viewer.displayName} variant="quiet" entries={personEntries} onAction={act}>
      <span className={css.who}>
        <span>{viewer.displayName}</span>
        <span className={css.where}>{viewer.schoolName ?? viewer.municipalityName}</span>
      </span>
    </MenuButton>
  );
  const person = <div className={css.person}>{menu}</div>;
  const skip = <SkipLink label={intl.formatMessage({ id: 'app.skip', defaultMessage: 'Gå til indhold' })} />;
  const bottom = (
    <BottomBar
      label={label}
      entries={entries.slice(0, 4)}
      moreLabel={intl.formatMessage({ id: 'app.more', defaultMessage: 'Mere' })}
      more={[
        { id: 'find', label: finding.words, icon: <Search aria-hidden /> },
        ...entries.slice(4).map((entry) => ({ id: entry.href, label: entry.label })),
        ...links.map((link) => ({ id: link.href, label: link.label })),
        ...personEntries,
      ]}
      onMore={(id) => (id === 'find' ? finding.open() : act(id))}
    />
  );
  const page = (
    <>
      <Connection inMeeting={handle.bare ?? false} />
      <SetAside inMeeting={handle.bare ?? false} />
      {question}
      {finding.dialog}
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </>
  );
  if (handle.surface === 'work') {
    if (handle.bare) {
      return (
        <>
          {skip}
          {page}
        </>
      );
    }
    return (
      <WorkShell
        skip={skip}
        bottom={bottom}
        footer={<Footer label={footLabel} links={links} />}
        top={
          <TopLine
            label={label}
            home={firstPage(viewer)}
            entries={entries}
            aside={
              <>
                {!handle.savedByHand && <SavedWords />}
                {finding.button('icon')}
                <span className={css.onWide}>{menu}</span>
              </>
            }
          />
        }
      >
        {page}
      </WorkShell>
    );
  }
  return (
    <CalmShell
      skip={skip}
      bottom={bottom}
      footer={<Footer label={footLabel} links={links} />}
      side={
        <SideBar
          label={label}
          home={firstPage(viewer)}
          entries={entries}
          search={finding.button('field')}
          person={person}
          foot={<Footer look="side" label={footLabel} links={links} />}
        />
      }
    >
      {page}
    </CalmShell>
  );
}

/** Says so in words when the server is away; what is written stays where it is, and all goes on by itself. */
function Connection({ inMeeting }: { inMeeting: boolean }) {
  const { state, keeps } = useSaved();
  const intl = useIntl();
  if (state !== 'offline') return null;
  return (
    <Banner
      tone="warn"
      title={intl.formatMessage({ id: 'app.offline.title', defaultMessage: 'Ingen forbindelse lige nu' })}
    >
      {!inMeeting ? (
        <FormattedMessage
          id="app.offline.text"
          defaultMessage="Det, I skriver, bliver stående her. Vi prøver igen af os selv, og så går det videre."
        />
      ) : keeps ? (
        <FormattedMessage
          id="app.offline.kept"
          defaultMessage="Skriv bare videre. Teksten er gemt på denne enhed og kommer ud til alle, når forbindelsen er der igen."
        />
      ) : (
        <FormattedMessage
          id="app.offline.window"
          defaultMessage="Skriv bare videre, men luk ikke vinduet: browseren gemmer ikke teksten. Den kommer ud til alle, når forbindelsen er der igen."
        />
      )}
    </Banner>
  );
}

function useEntries(viewer: ViewerData): NavEntry[] {
  const intl = useIntl();
  const { pathname } = useLocation();
  const entries: NavEntry[] = [];
  const add = (href: string, label: string, icon: React.ReactNode, exact = false) =>
    entries.push({
      href,
      label,
      icon,
      current: exact ? pathname === href : pathname === href || pathname.startsWith(`${href}/`),
    });
  const [team] = viewer.teams;
  const school = schoolLed(viewer);
  // Whoever may be invited to a meeting as a guest finds it here, and that is everybody.
  add('/', intl.formatMessage({ id: 'app.nav.week', defaultMessage: 'Min uge' }), <WeekIcon />, true);
  if (team) {
    add(`/team/${team.id}`, intl.formatMessage({ id: 'app.nav.team', defaultMessage: 'Teamet' }), <TeamIcon />, true);
    add(
      `/team/${team.id}/moeder`,
      intl.formatMessage({ id: 'app.nav.meetings', defaultMessage: 'Møder' }),
      <MeetingIcon />,
    );
    add(
      `/team/${team.id}/handlinger`,
      intl.formatMessage({ id: 'app.nav.actions', defaultMessage: 'Handlinger' }),
      <FlagIcon />,
    );
  }
  if (school)
    add(
      `/skole/${school}/overblik`,
      intl.formatMessage({ id: 'app.nav.school', defaultMessage: 'Overblik' }),
      <MapIcon />,
    );
  if (readsTables(viewer))
    add(
      '/kommune/overblik',
      intl.formatMessage({ id: 'app.nav.municipality', defaultMessage: 'Kommunen' }),
      <RoundIcon />,
    );
  const templates = school ? `/skole/${school}/skabeloner` : keepsTemplates(viewer) && '/kommune/skabeloner';
  if (templates)
    add(templates, intl.formatMessage({ id: 'app.nav.templates', defaultMessage: 'Skabeloner' }), <TemplateIcon />);
  if (readsClosedDays(viewer))
    add(
      '/kommune/ferie',
      intl.formatMessage({ id: 'app.nav.closedDays', defaultMessage: 'Ferie og lukkedage' }),
      <HolidayIcon />,
    );
  add('/pejlemaerker', intl.formatMessage({ id: 'app.nav.markers', defaultMessage: 'Pejlemærker' }), <SeaMarkIcon />);
  return entries;
}
