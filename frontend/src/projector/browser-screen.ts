import { io } from 'socket.io-client';
import { SCREEN_ENTRANCE } from '#live-protocol/screen.ts';
import { LINE } from '../live/parts/line.ts';
import { askOnce } from '../platform/parts/ask-once.ts';
import { OPEN_SCREEN, PROJECTOR, type ShownMeeting } from './parts/projector.documents.ts';
import { RoomScreen } from './room-screen.ts';

/** The screen of this browser, by the cookie that the server gave it. */
export const browserScreen = (): RoomScreen<ShownMeeting> =>
  new RoomScreen({
    look: async () => (await askOnce(PROJECTOR, {})).projector,
    open: async () => (await askOnce(OPEN_SCREEN, {})).openScreen,
    connect: () => io({ ...LINE, auth: { entrance: SCREEN_ENTRANCE } }),
  });
