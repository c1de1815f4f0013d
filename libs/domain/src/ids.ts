const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a lower-case uuid as Postgres prints it. */
export const isUuid = (text: string): boolean => UUID.test(text);
