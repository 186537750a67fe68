/** A passkey just made, or asked again: what it answered opens a slot, and is kept nowhere. */
export type Passkey = {
  readonly credential: Uint8Array<ArrayBuffer>;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly secret: Uint8Array<ArrayBuffer>;
};

/**
 * 'passkey-missing': nothing here can keep one, or the one asked for is not here. 'passkey-refused': it was called off,
 * or not in time. Browsers do not always tell the two apart.
 */
export type PasskeyProblem = 'passkey-missing' | 'passkey-refused';
export type PasskeyMade =
  | { readonly ok: true; readonly passkey: Passkey }
  | { readonly ok: false; readonly problem: PasskeyProblem };
export type PasskeyAnswer =
  | { readonly ok: true; readonly secret: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly problem: PasskeyProblem };

/** Asks a passkey that was made here for its secret. */
export type AskPasskey = (slot: Pick<Passkey, 'credential' | 'salt'>) => Promise<PasskeyAnswer>;

type Prf = { readonly enabled?: boolean; readonly results?: { readonly first?: BufferSource } };
type Statics = {
  getClientCapabilities?(): Promise<Readonly<Record<string, boolean>>>;
  isUserVerifyingPlatformAuthenticatorAvailable?(): Promise<boolean>;
  signalUnknownCredential?(options: { rpId: string; credentialId: string }): Promise<void>;
};

const timeout = 120_000;

/** True when it is worth offering: the browser can ask a passkey for a secret, or has one of its own that might. */
export async function hasPasskeys(): Promise<boolean> {
  const statics = staticsOf();
  if (!statics) return false;
  try {
    const able = await statics.getClientCapabilities?.();
    if (able && 'extension:prf' in able) return able['extension:prf'] === true;
    return (await statics.isUserVerifyingPlatformAuthenticatorAvailable?.()) === true;
  } catch {
    return false;
  }
}

/**
 * Makes a passkey and asks it for its secret (Web Authentication Level 3, §10.1.4, PRF). `name` is what the device lists
 * it under, where others may read it: the app's or a neutral one, never the person's. The challenge is not verified
 * by anyone: what counts is the secret, which the device gives only after it has seen who asks.
 */
export async function makePasskey(name: string, random: (count: number) => Uint8Array): Promise<PasskeyMade> {
  if (!staticsOf()) return { ok: false, problem: 'passkey-missing' };
  const fresh = () => new Uint8Array(random(32));
  const salt = fresh();
  try {
    const made = (await navigator.credentials.create({
      publicKey: {
        rp: { name },
        user: { id: fresh(), name, displayName: name },
        challenge: fresh(),
        pubKeyCredParams: [
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ],
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        attestation: 'none',
        timeout,
        extensions: { prf: { eval: { first: salt } } } as AuthenticationExtensionsClientInputs,
      },
    })) as PublicKeyCredential | null;
    if (!made) return { ok: false, problem: 'passkey-refused' };
    const credential = new Uint8Array(made.rawId.slice(0));
    // many devices answer only when asked, not when made
    const secret = secretOf(made);
    const answer: PasskeyAnswer = secret
      ? { ok: true, secret }
      : prfOf(made)?.enabled
        ? await askPasskey({ credential, salt })
        : { ok: false, problem: 'passkey-missing' };
    if (answer.ok) return { ok: true, passkey: { credential, salt, secret: answer.secret } };
    await forgetPasskey(credential);
    return answer;
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** Asks this passkey and no other. */
export const askPasskey: AskPasskey = async ({ credential, salt }) => {
  if (!staticsOf()) return { ok: false, problem: 'passkey-missing' };
  try {
    const found = (await navigator.credentials.get({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        allowCredentials: [{ type: 'public-key', id: credential }],
        userVerification: 'required',
        timeout,
        extensions: { prf: { eval: { first: salt } } } as AuthenticationExtensionsClientInputs,
      },
    })) as PublicKeyCredential | null;
    const secret = found && secretOf(found);
    return secret ? { ok: true, secret } : { ok: false, problem: 'passkey-missing' };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
};

/** Tells the device that a passkey opens nothing any more, where it can be told: it may then leave its lists. */
export async function forgetPasskey(credential: Uint8Array): Promise<void> {
  const credentialId = btoa(String.fromCharCode(...credential))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  await staticsOf()
    ?.signalUnknownCredential?.({ rpId: location.hostname, credentialId })
    .catch(() => undefined);
}

function staticsOf(): Statics | null {
  const statics = (globalThis as { PublicKeyCredential?: Statics }).PublicKeyCredential;
  return statics && globalThis.navigator?.credentials ? statics : null;
}

function prfOf(credential: PublicKeyCredential): Prf | undefined {
  return (credential.getClientExtensionResults() as { prf?: Prf }).prf;
}

function secretOf(credential: PublicKeyCredential): Uint8Array<ArrayBuffer> | null {
  const first = prfOf(credential)?.results?.first;
  if (!first) return null;
  const bytes = ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength)
    : new Uint8Array(first);
  return bytes.length === 32 ? new Uint8Array(bytes) : null;
}

/** NotAllowedError is also what a browser says when the passkey is not here, so that pages cannot find out. */
function problemOf(error: unknown): PasskeyProblem {
  const name = (error as { name?: unknown } | null)?.name;
  return name === 'NotAllowedError' || name === 'AbortError' ? 'passkey-refused' : 'passkey-missing';
}
