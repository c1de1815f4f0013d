const WRAPPED_WITH = { name: 'AES-GCM', length: 256 } as const;
const NONCE_BYTES = 12;

/** A device's key as it lies on the device: of no use without its person's secret. */
export interface WrappedKey {
  salt: Uint8Array<ArrayBuffer>;
  nonce: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

export const random = (bytes: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(bytes));

/** What wraps the device's key: made of the person's secret, who they are, and this device. */
async function wrapper(secret: string, personId: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(secret), (sign) => sign.charCodeAt(0));
  const base = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode(`pejling outbox ${personId}`) },
    base,
    WRAPPED_WITH,
    false,
    ['wrapKey', 'unwrapKey'],
  );
}

/** A new key for this device, wrapped. The plain one is forgotten at once; what opens it again cannot be taken out. */
export async function newWrappedKey(secret: string, personId: string): Promise<WrappedKey> {
  const salt = random(32);
  const nonce = random(NONCE_BYTES);
  const key = await crypto.subtle.generateKey(WRAPPED_WITH, true, ['encrypt', 'decrypt']);
  const bytes = await crypto.subtle.wrapKey('raw', key, await wrapper(secret, personId, salt), {
    name: 'AES-GCM',
    iv: nonce,
  });
  return { salt, nonce, bytes };
}

/**
 * The device's key, usable and not extractable.
 * @throws OperationError when the secret or the person is another one's
 */
export async function unwrapped(kept: WrappedKey, secret: string, personId: string): Promise<CryptoKey> {
  return crypto.subtle.unwrapKey(
    'raw',
    kept.bytes,
    await wrapper(secret, personId, kept.salt),
    { name: 'AES-GCM', iv: kept.nonce },
    WRAPPED_WITH,
    false,
    ['encrypt', 'decrypt'],
  );
}

/** What the device keeps of a text: its place is bound into it, so that it opens nowhere else. */
export interface Sealed {
  nonce: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

export async function sealed(key: CryptoKey, text: Uint8Array, place: string): Promise<Sealed> {
  const iv = random(NONCE_BYTES);
  const additionalData = new TextEncoder().encode(place);
  return {
    nonce: iv,
    bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, new Uint8Array(text)),
  };
}

/** @throws OperationError when it was sealed with another key, for another place, or was altered */
export async function opened(key: CryptoKey, { nonce, bytes }: Sealed, place: string): Promise<Uint8Array> {
  const additionalData = new TextEncoder().encode(place);
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce, additionalData }, key, bytes));
}
