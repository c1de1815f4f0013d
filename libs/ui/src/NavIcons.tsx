import type { ReactNode } from 'react';

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** A line with two marks: the week. */
export function WeekIcon() {
  return (
    <Icon>
      <path d="M6 1.8v2.1M6 8.1v3.8M6 16.1v2.1M11 6h6.2M11 14h4" />
      <circle cx="6" cy="6" r="2.1" />
      <circle cx="6" cy="14" r="2.1" />
    </Icon>
  );
}

/** A sheet with steps on it: templates. */
export function TemplateIcon() {
  return (
    <Icon>
      <path d="M4.2 2.6h11.6v14.8H4.2zM9 6.4h4M9 10h4M9 13.6h2.4" />
      <path d="M6.6 6.4h.1M6.6 10h.1M6.6 13.6h.1" strokeLinecap="round" />
    </Icon>
  );
}

/** Three who belong together: the team. */
export function TeamIcon() {
  return (
    <Icon>
      <circle cx="10" cy="5.6" r="2.5" />
      <circle cx="4.7" cy="13.4" r="2.2" />
      <circle cx="15.3" cy="13.4" r="2.2" />
      <path d="M8.5 7.8 6 11.6M11.5 7.8 14 11.6M7 13.4h6" />
    </Icon>
  );
}

/** A page in a calendar: meetings. */
export function MeetingIcon() {
  return (
    <Icon>
      <rect x="3" y="4.2" width="14" height="12.6" rx="1.6" />
      <path d="M3 8.4h14M6.8 2.6v3M13.2 2.6v3M7 12.2h3.4" />
    </Icon>
  );
}

/** A flag planted: actions. */
export function FlagIcon() {
  return (
    <Icon>
      <path d="M5 18V2.6M5 3.8h9.8l-2.1 3.1 2.1 3.1H5" />
    </Icon>
  );
}

/** A buoy with a topmark: the guiding markers. */
export function SeaMarkIcon() {
  return (
    <Icon>
      <path d="M10 1.8 14.2 6 10 10.2 5.8 6ZM10 10.2v5.2M3.6 17.8c1.2-1.5 2.4-2.3 3.6-2.3h5.6c1.2 0 2.4.8 3.6 2.3" />
    </Icon>
  );
}

/** An open book: shared practice. */
export function BookIcon() {
  return (
    <Icon>
      <path d="M10 5.2C8.3 4 5.9 3.5 2.9 3.6v11.7c3-.1 5.4.3 7.1 1.6 1.7-1.3 4.1-1.7 7.1-1.6V3.6c-3-.1-5.4.4-7.1 1.6Zm0 0v11.7" />
    </Icon>
  );
}

/** A folded map: the overview. */
export function MapIcon() {
  return (
    <Icon>
      <path d="M2.8 5.2 7.4 3.4l5.2 1.8 4.6-1.8v11.4l-4.6 1.8-5.2-1.8-4.6 1.8ZM7.4 3.4v11.4M12.6 5.2v11.4" />
    </Icon>
  );
}

/** A compass' ring: the evaluation round. */
export function RoundIcon() {
  return (
    <Icon>
      <circle cx="10" cy="10" r="6.9" />
      <path d="M10 3.1v2.8M10 14.1v2.8M3.1 10h2.8M14.1 10h2.8" />
    </Icon>
  );
}

/** A speech bubble: the conversation between school and municipality. */
export function TalkIcon() {
  return (
    <Icon>
      <path d="M3 4.4h14v9.2H9.4L6 16.8v-3.2H3Z" />
    </Icon>
  );
}

/** The sun over the edge of the sea: holidays. */
export function HolidayIcon() {
  return (
    <Icon>
      <path d="M1.8 13.6h16.4M4.6 17.2h10.8M10 1.8v1.8M3.6 4.4l1.3 1.3M16.4 4.4l-1.3 1.3" />
      <path d="M5.4 13.6a4.6 4.6 0 0 1 9.2 0" />
    </Icon>
  );
}
