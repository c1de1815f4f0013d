/** Where one goes from a meeting's line: into the room while it is on, to its minutes when it is over, else to its plan. */
export function meetingAddress({ id, state }: { id: string; state: string }): string {
  if (state === 'IN_PROGRESS') return `/moede/${id}`;
  return `/moede/${id}/${state === 'HELD' || state === 'CLOSED' ? 'referat' : 'planlaeg'}`;
}
