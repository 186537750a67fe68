/** Where codes and links lead: the address the build was made for, else wherever this copy of the app is served from. */
export const publicAddress: string =
  (import.meta.env['VITE_ADDRESS'] as string) || new URL(import.meta.env.BASE_URL, window.location.href).href;

/** True when only this computer can open that address. */
export const isLocalAddress: boolean = /^(localhost|127\.|\[::1\])/.test(new URL(publicAddress).hostname);
