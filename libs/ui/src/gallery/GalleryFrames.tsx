import { BottomBar } from '../BottomBar.tsx';
import { Footer } from '../Footer.tsx';
import { Initials, Person } from '../Initials.tsx';
import {
  BookIcon,
  FlagIcon,
  MapIcon,
  MeetingIcon,
  RoundIcon,
  SeaMarkIcon,
  TalkIcon,
  TeamIcon,
  WeekIcon,
} from '../NavIcons.tsx';
import { SavedState } from '../SavedState.tsx';
import { SideBar } from '../SideBar.tsx';
import { SignInChart } from '../SignInChart.tsx';
import { Inline } from '../Stack.tsx';
import { TopLine } from '../TopLine.tsx';
import css from './Gallery.module.css';

const ENTRIES = [
  { href: '#uge', label: 'Min uge', icon: <WeekIcon />, current: true },
  { href: '#team', label: 'Teamet', icon: <TeamIcon /> },
  { href: '#moeder', label: 'Møder', icon: <MeetingIcon /> },
  { href: '#handlinger', label: 'Handlinger', icon: <FlagIcon /> },
  { href: '#pejlemaerker', label: 'Pejlemærker', icon: <SeaMarkIcon /> },
  { href: '#praksis', label: 'Delt praksis', icon: <BookIcon /> },
];
const LEADER = [
  { href: '#overblik', label: 'Overblik', icon: <MapIcon /> },
  { href: '#runde', label: 'Evalueringsrunde', icon: <RoundIcon /> },
  { href: '#samtale', label: 'Skoleudviklingssamtale', icon: <TalkIcon /> },
];
const LINKS = [
  { href: '#hjaelp', label: 'Hjælp' },
  { href: '#privatliv', label: 'Privatliv' },
  { href: '#ser', label: 'Hvem ser hvad' },
  { href: '#was', label: 'Tilgængelighedserklæring' },
];

/** Navigation in its shapes, and the sign-in page's chart. */
export function GalleryFrames() {
  return (
    <section className={css.section}>
      <h2>Rammer</h2>
      <div className={css.frame}>
        <TopLine
          label="Øverste linje"
          home="#main"
          entries={ENTRIES}
          back={{ href: '#main', label: 'Tilbage til ugen' }}
          title="5. årgang"
          detail="6 er med"
          aside={
            <>
              <SavedState state="saved" words="Gemt hos alle" />
              <Initials
                label="Til stede nu"
                restWords={(rest) => `og ${rest} til`}
                people={[{ id: 'a', name: 'Anne Kjær', initials: 'AK' }]}
              />
            </>
          }
        />
      </div>
      <div className={css.frame}>
        <BottomBar
          label="Nederste bjælke"
          entries={ENTRIES}
          moreLabel="Mere"
          more={[...ENTRIES.slice(4), ...LINKS].map((entry) => ({ id: entry.href, ...entry }))}
        />
      </div>
      <Inline gap={6} align="start">
        <div className={css.side}>
          <SideBar
            label="Sidebjælke"
            home="#main"
            entries={ENTRIES}
            groups={[{ title: 'Ledelse', entries: LEADER }]}
            person={<Person name="Anne Kjær" initials="AK" detail="Søbakkeskolen" />}
            foot={<Footer label="Om siden" links={LINKS} look="side" />}
          />
        </div>
        <div className={css.chart}>
          <SignInChart caption="I er her i uge 48" places={['Øveø', 'Prøvedybet', 'Tavse Grund']} />
        </div>
      </Inline>
    </section>
  );
}
