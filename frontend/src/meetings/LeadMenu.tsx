import { useEffect, useRef } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { useAnnounce } from '#ui/LiveRegion.tsx';
import { MenuButton, type MenuGroup } from '#ui/Menu.tsx';
import { useViewer } from '../identity/parts/viewer.ts';
import type { MeetingData, ParticipantData } from './parts/meeting.documents.ts';
import css from './TimeStrip.module.css';
import type { Keeping } from './use-keeping.ts';

const HANDED = ['FACILITATOR', 'NOTE_TAKER', 'TIMEKEEPER'] as const;
type Handed = (typeof HANDED)[number];

const holderOf = (meeting: MeetingData, role: string): ParticipantData | undefined =>
  meeting.participants.find((one) => one.meetingRole === role);

/** Who leads, for everybody; and in one tap who takes a role over, or is given it. Nobody but people moves a role. */
export function LeadMenu({ meeting, keeping, mayRun }: { meeting: MeetingData; keeping: Keeping; mayRun: boolean }) {
  const intl = useIntl();
  const viewer = useViewer();
  const leader = holderOf(meeting, 'FACILITATOR');
  const me = meeting.participants.find((one) => one.person?.id === viewer.id && one.isGuest !== true);
  const name = leader?.person?.displayName;
  useAnnounceLeader(leader?.id ?? null, name);
  const words =
    leader && leader.id === me?.id
      ? intl.formatMessage({ id: 'meetings.lead.you', defaultMessage: 'Du leder mødet' })
      : name
        ? intl.formatMessage({ id: 'meetings.lead.who', defaultMessage: '{name} leder mødet' }, { name })
        : intl.formatMessage({ id: 'meetings.lead.nobody', defaultMessage: 'Ingen leder mødet' });
  const groups = mayRun && me ? groupsFor(intl, meeting, me) : [];
  if (groups.length === 0) return <p className={css.leader}>{words}</p>;
  const act = (id: string) => {
    const [role, toId] = id.split(' ') as [Handed, string];
    const to = meeting.participants.find((one) => one.id === toId);
    if (to) keeping.handOver(role, to, holderOf(meeting, role));
  };
  return (
    <MenuButton
      size="small"
      variant="quiet"
      className={css.leader!}
      label={intl.formatMessage(
        { id: 'meetings.lead.menu', defaultMessage: '{words}. Overtag eller giv en rolle videre' },
        { words },
      )}
      groups={groups}
      onAction={act}
    >
      {words}
    </MenuButton>
  );
}

/** What I don't have I can take over; what I have I can give on. */
function groupsFor(intl: IntlShape, meeting: MeetingData, me: ParticipantData): MenuGroup[] {
  const others = meeting.participants
    .filter((one) => one.id !== me.id && one.isGuest !== true && one.person)
    .toSorted(
      (a, b) =>
        Number(b.attendance === 'PRESENT') - Number(a.attendance === 'PRESENT') ||
        a.person!.displayName.localeCompare(b.person!.displayName, 'da'),
    );
  const takeOver = HANDED.filter((role) => me.meetingRole !== role).map((role) => {
    const holder = holderOf(meeting, role)?.person?.displayName;
    return {
      id: `${role} ${me.id}`,
      label: intl.formatMessage(
        {
          id: 'meetings.lead.takeOver',
          defaultMessage:
            '{role, select, FACILITATOR {Overtag mødeledelsen} NOTE_TAKER {Overtag referatet} other {Hold øje med tiden}}',
        },
        { role },
      ),
      detail:
        holder && intl.formatMessage({ id: 'meetings.lead.from', defaultMessage: 'fra {name}' }, { name: holder }),
    };
  });
  const giveOn = HANDED.filter((role) => me.meetingRole === role).map((role) => ({
    id: `give ${role}`,
    title: intl.formatMessage(
      {
        id: 'meetings.lead.giveOn',
        defaultMessage:
          '{role, select, FACILITATOR {Giv mødeledelsen videre til} NOTE_TAKER {Giv referatet videre til} other {Giv tiden videre til}}',
      },
      { role },
    ),
    entries: others.map((one) => ({ id: `${role} ${one.id}`, label: one.person!.displayName })),
  }));
  const given = giveOn.filter((group) => group.entries.length > 0);
  const taken = { id: 'take', entries: takeOver };
  return me.meetingRole === 'FACILITATOR' ? [...given, taken] : [taken, ...given];
}

/** Everybody hears who leads from now on, also whoever can't see it. */
function useAnnounceLeader(leaderId: string | null, name: string | undefined): void {
  const intl = useIntl();
  const announce = useAnnounce();
  const before = useRef(leaderId);
  useEffect(() => {
    if (before.current === leaderId) return;
    before.current = leaderId;
    if (name)
      announce(intl.formatMessage({ id: 'meetings.lead.now', defaultMessage: '{name} leder nu mødet' }, { name }));
  }, [leaderId, name, announce, intl]);
}
