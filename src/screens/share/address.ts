/** Where codes and links lead: a setting of the build. */
export const publicAddress = import.meta.env['VITE_ADDRESS'] as string;
