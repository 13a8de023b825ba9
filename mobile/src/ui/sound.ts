/** Short plucks made on the spot; off until somebody turns them on. No file, no permission. */
let on = false;
let context: AudioContext | undefined;

export function soundIs(wanted: boolean) {
  on = wanted;
}

/** Notes in Hz, one after the other, 110 ms apart. */
export function pluck(...notes: number[]) {
  if (!on || typeof AudioContext === "undefined") return;
  context ??= new AudioContext();
  for (const [n, hz] of notes.entries()) note(context, hz, context.currentTime + n * 0.11);
}

function note(to: AudioContext, hz: number, at: number) {
  const [string, loud] = [to.createOscillator(), to.createGain()];
  string.type = "triangle";
  string.frequency.value = hz;
  loud.gain.setValueAtTime(0.15, at);
  loud.gain.exponentialRampToValueAtTime(0.001, at + 0.5);
  string.connect(loud).connect(to.destination);
  string.start(at);
  string.stop(at + 0.5);
}
