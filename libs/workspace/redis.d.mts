/** The path of a valkey-server or redis-server. @throws Error that says what to do when there is none */
export function requireRedis(): string;

/** A server of its own on loopback, keeping nothing on disk. */
export function startRedis(): Promise<{ url: string; stop: () => Promise<void> }>;
