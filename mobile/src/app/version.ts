/** Tells when a newer version of the app lies ready; it takes over only when asked to, never in mid-story. */
export async function whenNewer(tell: (apply: () => void) => void) {
  const ready = await navigator.serviceWorker?.getRegistration();
  if (!ready) return;
  const offer = () => {
    const next = ready.waiting;
    if (next && navigator.serviceWorker.controller) tell(() => apply(next));
  };
  offer();
  ready.addEventListener("updatefound", () => {
    ready.installing?.addEventListener("statechange", offer);
  });
}

function apply(next: ServiceWorker) {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
  next.postMessage("take over");
}
