/** The path of a valkey-server or redis-server. @throws Error that says what to do when there is none */
export function requireRedis(): string;

/** A server of its own on loopback, keeping nothing on disk: on a free port unless one is named, open unless it is given a password. */
export function startRedis(options?: {
  port?: number;
  password?: string;
}): Promise<{ url: string; port: number; stop: () => Promise<void> }>;
