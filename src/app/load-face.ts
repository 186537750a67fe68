/** Loads the app's own face. Nothing waits for it: until it comes, words are drawn in what the device has. */
export async function loadFace(): Promise<void> {
  await import('#ui/fonts.css');
}
