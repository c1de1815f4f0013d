import { CheckCheck, FileCheck2, List, NotebookText, Paperclip } from 'lucide-react';
import { FlagIcon, MeetingIcon } from '#ui/NavIcons.tsx';

/** The sign of what was found. */
export function KindIcon({ kind }: { kind: string }) {
  switch (kind) {
    case 'MEETING':
      return <MeetingIcon />;
    case 'ACTION':
      return <FlagIcon />;
    case 'DECISION':
      return <CheckCheck aria-hidden />;
    case 'MINUTES':
      return <FileCheck2 aria-hidden />;
    case 'NOTE':
      return <NotebookText aria-hidden />;
    case 'MATERIAL':
      return <Paperclip aria-hidden />;
    default:
      return <List aria-hidden />;
  }
}
