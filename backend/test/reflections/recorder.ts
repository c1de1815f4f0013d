import type { FollowRequest } from '#live-protocol/events.ts';
import type { Caller, LiveSocket, World } from '../world.ts';

/** Everything that reaches one person: what is pushed to their socket, and every answer they are given. */
export interface Recorder {
  name: string;
  caller: Caller;
  /** In the words they came in, with when (ms since 1970). */
  heard: { at: number; how: string; words: string }[];
}

/** Opens a socket in every room the person may be in, and keeps what comes. */
export async function recorderOf(
  world: World,
  name: string,
  caller: Caller,
  rooms: readonly Pick<FollowRequest, 'kind' | 'id'>[],
): Promise<Recorder> {
  const recorder: Recorder = { name, caller, heard: [] };
  const note = (how: string, what: unknown) =>
    recorder.heard.push({ at: Date.now(), how, words: JSON.stringify(what) ?? '' });
  const send = caller.send.bind(caller);
  caller.send = async (query, variables) => {
    const answer = await send(query, variables);
    note(`answer to ${/\b(\w+)\(/.exec(query.slice(query.indexOf('{')))?.[1] ?? 'query'}`, answer);
    return answer;
  };
  const socket: LiveSocket = await world.connectLive(caller);
  socket.onAny((event: string, ...what: unknown[]) => note(`event ${event}`, what));
  for (const { kind, id } of rooms)
    await new Promise<void>((resolve) =>
      socket.emit('follow', { kind, id, since: 0 }, (answer) => {
        note(`followed ${kind}`, answer);
        resolve();
      }),
    );
  return recorder;
}

/** Asks every room again from its beginning, as a client that had lost everything would. */
export async function catchUp(world: World, recorder: Recorder, rooms: readonly Pick<FollowRequest, 'kind' | 'id'>[]) {
  const again = await recorderOf(world, recorder.name, recorder.caller, rooms);
  recorder.heard.push(...again.heard);
}
